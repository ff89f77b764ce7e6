package org.liangpai.notice;

/**
 * How the outbox stands.
 *
 * @param waiting messages that are not sent yet
 * @param lagSeconds how long the oldest of them has been waiting
 * @param dead messages that were tried often enough
 */
public record OutboxStanding(long waiting, long lagSeconds, long dead) {

  private static final int MINUTE = 60;

  /** The lag in whole minutes, for people. */
  public long lagMinutes() {
    return lagSeconds / MINUTE;
  }
}
