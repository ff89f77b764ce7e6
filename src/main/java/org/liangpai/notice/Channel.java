package org.liangpai.notice;

/** A way out of the service. */
public enum Channel {
  MAIL("邮件"),
  ROBOT("群机器人");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
