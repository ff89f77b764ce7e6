package org.liangpai.accountability;

/** Where a case stands. */
public enum CaseStatus {
  /** The service proposes it; nobody has decided. */
  PROPOSED("待决定"),
  /** People decided that there is no case. */
  DECLINED("不予启动"),
  /** People opened it. */
  OPEN("办理中"),
  /** Its result is recorded. */
  CONCLUDED("已办结");

  private final String label;

  CaseStatus(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
