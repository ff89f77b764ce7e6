package org.liangpai.account;

import org.liangpai.security.Role;
import org.liangpai.shared.Refusal;

/** Something that the rule of the three administrators forbids. */
public final class AdministratorRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private AdministratorRefused(String code, String message) {
    super(code, message);
  }

  static AdministratorRefused last(Role role) {
    return new AdministratorRefused(
        "last-administrator",
        "这是最后一名在用的%s，不能结束任职或停用；请先任命另一名%s（长期任职），再办理".formatted(role.label(), role.label()));
  }

  static AdministratorRefused askedAlready(AdministratorAct act, String account) {
    return new AdministratorRefused(
        "already-asked", "账号“%s”的“%s”已经申请过，正在等另一位管理员确认".formatted(account, act.label()));
  }

  static AdministratorRefused answered(RequestStatus status) {
    return new AdministratorRefused("request-not-waiting", "这项申请" + status.label() + "，不能再办理");
  }

  static AdministratorRefused notYours() {
    return new AdministratorRefused(
        "second-administrator-needed", "须由另一类管理员确认：申请人、同类管理员和账号的持有人本人都不能确认这项申请");
  }

  static AdministratorRefused askerGone(String asker) {
    return new AdministratorRefused("asker-gone", "申请人“" + asker + "”已不再是在用的管理员，请重新申请");
  }

  static AdministratorRefused notAsker() {
    return new AdministratorRefused("not-the-asker", "只有申请人能撤回自己的申请");
  }
}
