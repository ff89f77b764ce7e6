package org.liangpai.account;

/** A password that the service makes: good in both profiles, and not hard to type. */
final class GivenPassword {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private GivenPassword() {}

  /** Another one each time. */
  static String next() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      password.append(group == 0 ? "" : "-");
      for (int i = 0; i < GROUP; i++) {
        password.append(LETTERS.charAt(Secrets.below(LETTERS.length())));
      }
    }
    return password.append(2 + Secrets.below(8)).toString();
  }
}
