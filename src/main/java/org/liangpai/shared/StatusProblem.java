package org.liangpai.shared;

/** The problem that a bare status of HTTP stands for, in the words of those who read it. */
public final class StatusProblem {

  /** Seconds after which it is worth to come again. */
  public static final String RETRY_SECONDS = "5";

  private StatusProblem() {}

  /** The problem of a status that says all there is to say. */
  public static Problem of(int status) {
    return Problem.of(status, "http-" + status, title(status), detail(status));
  }

  /** The same for whoever looks at a page, and knows no addresses and formats. */
  public static Problem ofPage(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "http-404", title(404), "没有这个页面，请从导航进入");
      case 405, 406, 415 -> Problem.of(status, "http-" + status, "没有被接受", "这次提交没有被接受，请返回后再试");
      default -> of(status);
    };
  }

  /** The database cannot be asked now. */
  public static Problem databaseAway() {
    return Problem.of(503, "database-away", "暂时不能使用", "数据库暂时连接不上或过于繁忙，没有做任何改动，请过几秒钟再试");
  }

  private static String title(int status) {
    return switch (status) {
      case 404 -> "没有找到";
      case 405 -> "不支持这种请求方法";
      case 406 -> "没有所要求的格式";
      case 413 -> "请求正文过大";
      case 414, 431 -> "请求的地址或标头过长";
      case 415 -> "不支持这种内容类型";
      case 503 -> "暂时不能使用";
      default -> status < 500 ? "请求不符合要求" : "服务内部出错";
    };
  }

  private static String detail(int status) {
    return switch (status) {
      case 400 -> "请求的地址、标头或正文写法有误，读不懂（HTTP 400）";
      case 404 -> "没有这个地址，可用的地址见 /q/openapi";
      case 405 -> "这个地址不支持这种请求方法，可用的方法见 /q/openapi";
      case 406 -> "不能按 Accept 所要求的格式回答，可用的格式见 /q/openapi";
      case 413 -> "请求正文超过了允许的大小";
      case 414 -> "请求的地址超过了允许的长度";
      case 415 -> "不接受这种 Content-Type 的请求正文，可用的类型见 /q/openapi";
      case 431 -> "请求的标头超过了允许的长度";
      case 503 -> "服务正在停止或过于繁忙，请过几秒钟再试";
      default -> "请求没有被接受（HTTP " + status + "）";
    };
  }
}
