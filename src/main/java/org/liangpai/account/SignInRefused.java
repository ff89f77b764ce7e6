package org.liangpai.account;

import java.time.Duration;
import org.liangpai.shared.AccessRefused;

/** Somebody cannot sign in; what is said does not tell whether there is such an account. */
public final class SignInRefused extends AccessRefused {

  private static final long serialVersionUID = 1L;
  private static final String TITLE = "没有登录成功";

  private SignInRefused(
      int status, String code, String title, String message, Duration retryAfter) {
    super(status, code, title, message, retryAfter);
  }

  static SignInRefused failed() {
    return new SignInRefused(
        401,
        "sign-in-failed",
        TITLE,
        "账号名或密码不对，或者账号没有启用、在这里已被锁定。连续输错5次，15分钟内不能从这里登录；忘记密码请找系统管理员重置。",
        null);
  }

  static SignInRefused tokenFailed() {
    return new SignInRefused(401, "token-not-valid", TITLE, "访问令牌无效、已过期或已吊销，请重新签发。", null);
  }

  /** A token is asked for by people, each time anew. */
  public static SignInRefused tokenNotEnough() {
    return new SignInRefused(
        403, "token-not-enough", "访问令牌不能这样用", "修改本人账号的事情（签发令牌、修改密码等）不能用访问令牌办理，请本人在网页上登录后办理。", null);
  }

  /** The token was made for reading. */
  public static SignInRefused tokenReadsOnly() {
    return new SignInRefused(
        403, "token-reads-only", "访问令牌只能读取", "这个访问令牌只能读取，不能修改；需要修改的，请另行签发指定权限的令牌。", null);
  }

  static SignInRefused codeAsked() {
    return new SignInRefused(401, "second-factor-asked", "请输入动态口令", "请输入手机上显示的6位动态口令。", null);
  }

  static SignInRefused codesLocked() {
    return new SignInRefused(
        401, "second-factor-locked", TITLE, "动态口令连续输错5次，15分钟内不能从这里登录；手机遗失请找系统管理员解除动态口令。", null);
  }

  static SignInRefused codeWrong() {
    return new SignInRefused(
        401, "second-factor-wrong", TITLE, "动态口令不对或已经用过，请等下一个口令出现后再试；请核对手机时间是否准确。", null);
  }

  static SignInRefused tooMany(Duration wait) {
    return new SignInRefused(
        429, "too-many-failures", "尝试次数过多", "这个网络地址登录失败次数过多，请" + minutes(wait) + "分钟后再试。", wait);
  }

  static SignInRefused passwordExpired() {
    return new SignInRefused(
        403, "password-expired", "密码已到期", "密码已到期，请先在网页上登录并修改密码，或用 POST /api/me/password 修改。", null);
  }

  static SignInRefused passwordInitial() {
    return new SignInRefused(
        403,
        "password-initial",
        "请先修改初始密码",
        "这是初始密码或由管理员重置的密码，只能用来修改密码；请先在网页上登录并修改，或用 POST /api/me/password 修改。",
        null);
  }

  /** Something else has to be done first. */
  public static SignInRefused pending(Pending pending) {
    return switch (pending) {
      case CHANGE_PASSWORD ->
          new SignInRefused(
              403, "password-change-due", "请先修改密码", "密码已到期，或由别人设定；请先修改密码，再做其他事情。", null);
      case ADD_SECOND_FACTOR -> secondFactorDue();
    };
  }

  static SignInRefused needsToken() {
    return new SignInRefused(
        403,
        "second-factor-needs-token",
        "请使用访问令牌",
        "这个账号绑定了动态口令，不能只用密码访问接口；请在“我的账号”页面签发访问令牌。",
        null);
  }

  static SignInRefused secondFactorDue() {
    return new SignInRefused(
        403, "second-factor-due", "请先绑定动态口令", "您的账号须绑定动态口令，宽限期已过；请先在网页上登录并绑定。", null);
  }

  private static long minutes(Duration wait) {
    return Math.max(1, (wait.toSeconds() + 59) / 60);
  }
}
