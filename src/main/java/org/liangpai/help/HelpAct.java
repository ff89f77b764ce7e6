package org.liangpai.help;

/** What was done to a request. */
public enum HelpAct {
  ASKED("提出求助"),
  TAKEN("承办"),
  DONE("办理完成"),
  REFUSED("不能办理"),
  CONFIRMED("确认办结"),
  SENT_BACK("退回重办"),
  WITHDRAWN("撤回"),
  /** It was not done in time: the unit was reminded. */
  REMINDED("逾期提醒"),
  /** It was not done in time: a unit above was told. */
  CLIMBED("逾期上报");

  private final String label;

  HelpAct(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
