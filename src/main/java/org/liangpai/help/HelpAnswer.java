package org.liangpai.help;

/** What the asked unit says. */
public enum HelpAnswer {
  TAKE("承办"),
  DO("已办理"),
  REFUSE("不能办理");

  private final String label;

  HelpAnswer(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
