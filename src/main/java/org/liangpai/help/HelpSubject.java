package org.liangpai.help;

/** What is asked for. */
public enum HelpSubject {
  MONEY("经费"),
  VENUE("场所"),
  APPROVAL("审批"),
  OTHER("其他");

  private final String label;

  HelpSubject(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
