package org.liangpai.account;

/** How far what was asked for an administrator's account has come. */
public enum RequestStatus {
  WAITING("等待确认"),
  DONE("已确认办理"),
  REFUSED("未同意"),
  WITHDRAWN("已撤回"),
  EXPIRED("已过期");

  private final String label;

  RequestStatus(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
