package org.liangpai.account;

/** What is done with the account of an administrator only if a second one confirms it. */
public enum AdministratorAct {
  RESET_PASSWORD("重置密码"),
  REMOVE_SECOND_FACTOR("解除动态口令"),
  UNLOCK("解除锁定"),
  ACTIVATE("启用账号"),
  DEACTIVATE("停用账号"),
  ASSIGN_POST("任命管理员"),
  END_POST("结束管理员任职");

  private final String label;

  AdministratorAct(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
