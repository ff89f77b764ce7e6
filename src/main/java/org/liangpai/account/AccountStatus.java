package org.liangpai.account;

/** Whether an account may be used. */
public enum AccountStatus {
  CREATED("待启用"),
  ACTIVE("已启用"),
  DEACTIVATED("已停用");

  private final String label;

  AccountStatus(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
