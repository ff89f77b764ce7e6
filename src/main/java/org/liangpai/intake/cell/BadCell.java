package org.liangpai.intake.cell;

/** A filled cell that holds no valid value of its field; the message says what is allowed. */
public class BadCell extends Exception {

  private static final long serialVersionUID = 1L;

  /** Thrown once for each bad cell of an upload, hence without a stack trace. */
  BadCell(String message) {
    super(message, null, false, false);
  }
}
