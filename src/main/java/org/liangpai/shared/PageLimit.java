package org.liangpai.shared;

/** Reads how many items of a list a request asks for. */
public final class PageLimit {

  private PageLimit() {}

  /** The number, from 1 to the most; the usual one if nothing is asked for. */
  public static int parse(String text, int usual, int most) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    if (text.matches("\\d{1,6}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    }
    throw new Invalid("limit", "limit应为1到" + most + "的整数");
  }
}
