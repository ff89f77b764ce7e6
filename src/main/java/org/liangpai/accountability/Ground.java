package org.liangpai.accountability;

/** On what ground somebody is to answer. */
public enum Ground {
  /** A card is overdue beyond the last rung of the ladder. */
  OVERDUE("逾期未整改"),
  /** As many red cards running as propose an interview: two, unless the list says otherwise. */
  TWO_REDS("连续红牌"),
  /**
   * As many red cards running as propose a written review: three, unless the list says otherwise.
   */
  THREE_REDS("多次连续红牌"),
  /** An item came back after it was cleared from a red card. */
  RELAPSE_AFTER_RED("红牌摘牌后再犯"),
  /** Another one, in the words of whoever opens the case. */
  OTHER("其他");

  private final String label;

  Ground(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
