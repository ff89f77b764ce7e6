package org.liangpai.rectification;

/** Where a plan of measures stands. */
public enum PlanStatus {
  /** The verifier has not yet looked. */
  PROPOSED("待认可"),
  ACCEPTED("已认可"),
  /** Given back with a reason. */
  RETURNED("已退回"),
  /** The holder proposed another one. */
  REPLACED("已被替换");

  private final String label;

  PlanStatus(String label) {
    this.label = label;
  }

  /** The Chinese word. */
  public String label() {
    return label;
  }
}
