package org.liangpai.account;

/** An account that is to be added. */
record NewAccount(
    String name,
    String displayName,
    AccountStatus status,
    String passwordHash,
    boolean demonstration) {

  @Override
  public String toString() {
    return name;
  }
}
