package org.liangpai.escalation;

/** What the ladder does with a card for the present. */
public enum LadderState {
  /** There is a next rung, on a day. */
  CLIMBING("按阶梯推进"),
  /** The card is set aside until a day. */
  SUSPENDED("挂账，暂不催办"),
  /** An objection is open. */
  CLOCK_STOPPED("申诉中，暂不催办"),
  /** An extension was asked for in time, and nobody has decided on it. */
  EXTENSION_ASKED("延期待审批"),
  /** The holder has done their part; whoever accepts has to look. */
  AWAITING_ACCEPTANCE("等待验收"),
  ALL_TAKEN("各级已办"),
  /** The card no longer stands. */
  ENDED("已结束");

  private final String label;

  LadderState(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
