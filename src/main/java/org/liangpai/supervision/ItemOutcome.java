package org.liangpai.supervision;

/** What a supervisor found of an item of a card. */
public enum ItemOutcome {
  DONE("已落实"),
  IN_PART("部分落实"),
  NOT_DONE("未落实");

  private final String label;

  ItemOutcome(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
