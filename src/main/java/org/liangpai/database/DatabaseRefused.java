package org.liangpai.database;

/**
 * The embedded database cannot start here; the message tells the operator in Chinese what to do.
 */
public class DatabaseRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseRefused(String message) {
    super(message);
  }

  DatabaseRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
