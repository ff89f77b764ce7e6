package org.liangpai.shared;

/** There is no such thing, or none that the viewer may know of. Answered as 404. */
public class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the Chinese noun of what was looked for, such as 支部
   * @param key the key that was asked for
   */
  public NotFound(String what, Object key) {
    super("没有这个" + what + "：" + key);
  }
}
