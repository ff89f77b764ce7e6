package org.liangpai.account;

import java.util.List;

/**
 * Somebody as the identity provider tells of them.
 *
 * @param subject issuer and subject, which stay when a name changes
 * @param name how the account is to be called, or {@code null}
 * @param displayName how people call them, or {@code null}
 * @param posts such as {@code COMMITTEE_OFFICER@W1} or {@code AUDIT}
 * @param signOutAddress where their session at the provider ends, or {@code null}
 */
public record ProvidedPerson(
    String subject, String name, String displayName, List<String> posts, String signOutAddress) {

  @Override
  public String toString() {
    return "provided " + name;
  }
}
