package org.liangpai.notice;

/** A message was not taken by the other side, and may be sent again. */
final class SendingFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason in Chinese, without any address or key
   */
  SendingFailed(String reason) {
    super(reason);
  }
}
