package org.liangpai.notice;

/** How notices reach somebody outside of the inbox. */
public enum Rhythm {
  /** All notices of a day in one message. */
  DIGEST("每天汇总"),
  AT_ONCE("逐条发送");

  private final String label;

  Rhythm(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
