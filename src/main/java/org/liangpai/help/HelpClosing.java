package org.liangpai.help;

/** What the asking side says. */
public enum HelpClosing {
  CONFIRM("确认办结"),
  SEND_BACK("退回重办"),
  WITHDRAW("撤回，不再需要");

  private final String label;

  HelpClosing(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
