package org.liangpai.notice;

/**
 * A robot with what it is spoken to by.
 *
 * @param url with its key
 * @param secret by which messages are signed, or {@code null}
 */
record Robot(long id, RobotKind kind, String url, String secret) {

  @Override
  public String toString() {
    return "robot " + id;
  }
}
