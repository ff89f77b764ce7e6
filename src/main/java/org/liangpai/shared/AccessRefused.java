package org.liangpai.shared;

import java.time.Duration;
import java.util.Optional;

/** Somebody is not let in, or not further; answered with the status that it carries. */
public class AccessRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String title;
  private final Duration retryAfter;

  /**
   * @param status 401, 403 or 429
   * @param code names the reason in the problem's type
   * @param message one Chinese sentence for the user
   * @param retryAfter when to try again, or {@code null}
   */
  protected AccessRefused(
      int status, String code, String title, String message, Duration retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryAfter = retryAfter;
  }

  static AccessRefused notSignedIn() {
    return new AccessRefused(
        401, "not-signed-in", "请先登录", "请先登录：网页请用账号和密码登录，接口请用 HTTP Basic 或访问令牌。", null);
  }

  static AccessRefused notAllowed() {
    return new AccessRefused(403, "not-allowed", "没有权限", "您现在的岗位没有做这件事的权限。", null);
  }

  /** Another site made the browser send a request. */
  public static AccessRefused crossSite() {
    return new AccessRefused(403, "cross-site", "请求来自其他网站", "这个请求是从其他网站发起的，没有执行；请从本系统的页面操作。", null);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** When to try again, if that helps. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
