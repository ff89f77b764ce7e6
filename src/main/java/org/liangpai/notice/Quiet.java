package org.liangpai.notice;

/** When somebody wants no messages. What comes then waits until the end, and is never dropped. */
public enum Quiet {
  /** In the hours that hold for the whole city. */
  DEFAULT("按全市设置"),
  NONE("不设"),
  OWN("自己设定");

  private final String label;

  Quiet(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
