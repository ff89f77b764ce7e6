package org.liangpai.account;

import org.liangpai.shared.Refusal;

/** Something that cannot be done with accounts and posts as they are. */
public final class AccountRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private AccountRefused(String code, String message) {
    super(code, message);
  }

  static AccountRefused nameTaken(String name) {
    return new AccountRefused("account-name-taken", "账号名“" + name + "”已有人使用（不分大小写），请换一个");
  }

  static AccountRefused own() {
    return new AccountRefused("own-account", "不能启用、停用自己的账号，也不能给自己任命岗位，请由另一位管理员办理");
  }

  static AccountRefused deactivated(String name) {
    return new AccountRefused("account-deactivated", "账号“" + name + "”已停用，不能任命岗位，请先启用");
  }

  static AccountRefused administratorsApart(String name) {
    return new AccountRefused(
        "administrators-kept-apart",
        "账号“" + name + "”不能同时担任这个岗位：系统管理员、安全管理员、审计管理员三员分立，一个账号只能担任其中一个，并且不能再担任其他岗位");
  }

  static AccountRefused rulesApart(String name) {
    return new AccountRefused("rule-roles-kept-apart", "账号“" + name + "”不能同时担任清单规则编制人和清单规则发布人");
  }

  static AccountRefused postHeld(String name) {
    return new AccountRefused("post-already-held", "账号“" + name + "”从这一天起已有同一岗位");
  }

  static AccountRefused postEnded(long id) {
    return new AccountRefused("post-ended", "岗位 " + id + " 已经结束");
  }

  static AccountRefused alreadySetUp() {
    return new AccountRefused("already-set-up", "系统已经初始化，不能再次初始化");
  }

  static AccountRefused external(String name) {
    return new AccountRefused(
        "external-account", "账号“" + name + "”由统一身份认证登录，这里没有它的密码、动态口令和访问令牌；需要更改请到统一身份认证办理");
  }

  static AccountRefused tooManyTokens(int most) {
    return new AccountRefused("too-many-tokens", "有效的访问令牌已有" + most + "个，请先吊销不用的，再签发新的");
  }

  static AccountRefused noSecondFactorBegun() {
    return new AccountRefused("second-factor-not-begun", "请先开始绑定动态口令，再输入口令确认");
  }

  static AccountRefused secondFactorPresent() {
    return new AccountRefused("second-factor-present", "账号已绑定动态口令，如要更换请先解除");
  }
}
