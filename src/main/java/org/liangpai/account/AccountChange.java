package org.liangpai.account;

/** What was changed on an account, as its holder is told. */
enum AccountChange {
  PASSWORD_CHANGED("密码已修改", "/account"),
  PASSWORD_RESET("密码已由他人重置", "/account"),
  SECOND_FACTOR_ADDED("已绑定动态口令", "/account/second-factor"),
  SECOND_FACTOR_REMOVED("动态口令已解除", "/account/second-factor"),
  TOKEN_ISSUED("已签发访问令牌", "/account"),
  TOKEN_REVOKED("访问令牌已吊销", "/account"),
  POST_ASSIGNED("岗位已任命", "/account"),
  POST_ENDED("任职已办理结束", "/account"),
  /** The account is an administrator's, and another one has to confirm the change first. */
  CHANGE_ASKED("账号变更已申请，等另一位管理员确认", "/account");

  private final String title;
  private final String link;

  AccountChange(String title, String link) {
    this.title = title;
    this.link = link;
  }

  /** The line that the holder reads first. */
  String title() {
    return title;
  }

  /** The page on which the holder can do something about it. */
  String link() {
    return link;
  }
}
