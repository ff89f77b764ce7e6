package org.liangpai.audit;

/** On what kind of thing something was done. */
public enum ObjectKind {
  SERVICE("系统"),
  ROUTE("地址"),
  ACCOUNT("账号"),
  POST("岗位"),
  SESSION("会话"),
  TOKEN("访问令牌"),
  UNIT("党组织"),
  BRANCH("支部"),
  RECORD("月度纪实"),
  IMPORT("导入"),
  SWEEP("排查"),
  FINDING("疑似问题"),
  CARD("亮牌"),
  HELP_REQUEST("求助"),
  ACCOUNTABILITY("问责"),
  SUPERVISION("督导"),
  VISIT("走访"),
  CROSS_CHECK("抽查"),
  DEMONSTRATION("示范党支部"),
  PAIRING("结对"),
  CLASSES("类别"),
  NOTICE("通知"),
  TRAIL("审计记录");

  private final String label;

  ObjectKind(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
