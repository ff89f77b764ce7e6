package org.liangpai.notice;

/** There is nobody any more to whom a message could go. */
final class RecipientGone extends Exception {

  private static final long serialVersionUID = 1L;

  RecipientGone(String reason) {
    super(reason);
  }
}
