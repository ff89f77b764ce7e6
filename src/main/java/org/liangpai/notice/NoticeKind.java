package org.liangpai.notice;

/** What a notice is about. */
public enum NoticeKind {
  CARD("亮牌"),
  RECTIFICATION("整改"),
  DEADLINE("期限"),
  CRITICISM("通报"),
  VERIFICATION("核实"),
  DECISION("审批"),
  HELP("求助"),
  SUPERVISION("督导"),
  ACCOUNTABILITY("问责"),
  PAIRING("结对"),
  INTAKE("导入"),
  /** What was changed on somebody's account: told at once, at any hour. */
  SECURITY("账号安全");

  private final String label;

  NoticeKind(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
