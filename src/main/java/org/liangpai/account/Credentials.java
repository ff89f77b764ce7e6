package org.liangpai.account;

/**
 * What somebody signs in with.
 *
 * @param code the one-time code, if they have been asked for one
 */
public record Credentials(String name, String password, String code) {

  @Override
  public String toString() {
    return "credentials";
  }
}
