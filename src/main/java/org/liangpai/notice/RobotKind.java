package org.liangpai.notice;

/** Whose robot it is: each signs and speaks in its own way. */
public enum RobotKind {
  DINGTALK("钉钉", true, 15_000),
  WECOM("企业微信", false, 2_048),
  FEISHU("飞书", true, 15_000);

  private final String label;
  private final boolean signable;
  private final int mostBytes;

  RobotKind(String label, boolean signable, int mostBytes) {
    this.label = label;
    this.signable = signable;
    this.mostBytes = mostBytes;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  /**
   * Whether its messages can be signed, one of the ways in which its vendor lets a group be
   * guarded; otherwise the key in its address is all.
   */
  public boolean isSignable() {
    return signable;
  }

  /** How long a text may be. */
  int mostBytes() {
    return mostBytes;
  }
}
