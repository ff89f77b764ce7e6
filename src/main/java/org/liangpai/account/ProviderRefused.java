package org.liangpai.account;

import org.liangpai.shared.AccessRefused;

/** Somebody whom the identity provider signed in, or tried to, cannot come in. */
public final class ProviderRefused extends AccessRefused {

  private static final long serialVersionUID = 1L;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private ProviderRefused(int status, String code, String message) {
    super(status, code, "没有登录成功", message, null);
  }

  static ProviderRefused failed() {
    return new ProviderRefused(
        UNAUTHORIZED, "provider-sign-in-failed", "统一身份认证没有完成，请回到登录页重新登录；多次不成请联系系统管理员。");
  }

  static ProviderRefused name(String reason) {
    return new ProviderRefused(
        FORBIDDEN, "provider-name-refused", "统一身份认证给出的账号名不能使用：" + reason + "。请联系统一身份认证的管理员。");
  }

  static ProviderRefused nameTaken(String name) {
    return new ProviderRefused(
        FORBIDDEN,
        "provider-name-taken",
        "账号名“" + name + "”在本系统中已属于另一个账号，不能用统一身份认证登录这个账号。请联系系统管理员。");
  }

  static ProviderRefused deactivated(String name) {
    return new ProviderRefused(
        FORBIDDEN, "provider-account-deactivated", "账号“" + name + "”已停用，请联系安全管理员。");
  }

  static ProviderRefused posts(String reason) {
    return new ProviderRefused(
        FORBIDDEN, "provider-posts-refused", "统一身份认证给出的岗位不能使用：" + reason + "。请联系统一身份认证的管理员更正后再登录。");
  }
}
