package org.liangpai.help;

/** How much it presses; each has its own due day unless one is named. */
public enum HelpUrgency {
  NORMAL("普通"),
  URGENT("紧急"),
  HARD("疑难");

  private final String label;

  HelpUrgency(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
