package org.liangpai.account;

/**
 * An account that is to be added.
 *
 * @param initial its password is one that somebody else has chosen
 */
record NewAccount(
    String name,
    String displayName,
    AccountStatus status,
    String passwordHash,
    boolean initial,
    boolean demonstration) {

  @Override
  public String toString() {
    return name;
  }
}
