package org.liangpai.crosscheck;

/** What a check found. */
public enum Answer {
  AGREES("一致"),
  DIFFERS("不一致");

  private final String label;

  Answer(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
