package org.liangpai.account;

import java.time.Instant;

/**
 * An account (账号) as it is on file.
 *
 * @param external signed in by the identity provider alone; it has no password
 */
record Account(
    long id,
    String name,
    String displayName,
    AccountStatus status,
    Password password,
    SecondFactor secondFactor,
    boolean demonstration,
    boolean external) {

  /**
   * The hash of the password, or {@code null} without one, which password it is by count, and since
   * when.
   *
   * @param initial given by somebody else, so that the holder has to change it first
   */
  record Password(String hash, int version, Instant changedAt, boolean initial) {

    @Override
    public String toString() {
      return "password " + version;
    }
  }

  /**
   * The one-time codes.
   *
   * @param secret sealed; {@code null} if none are in use
   * @param step the last time step whose code was used
   * @param dueAt when an administrator has to have them; {@code null} before the first sign-in
   */
  record SecondFactor(String secret, boolean confirmed, long step, Instant dueAt) {

    @Override
    public String toString() {
      return confirmed ? "second factor" : "no second factor";
    }
  }
}
