package org.liangpai.security;

/**
 * A post (岗位) that a person holds today.
 *
 * @param code the unit or branch that it is at; {@code null} for the whole service
 * @param scope the part of the hierarchy that it covers
 */
public record HeldPost(Role role, String code, Scope scope) {

  /** How it is written down with an act, such as {@code COMMITTEE_OFFICER@W1}. */
  public String text() {
    return code == null ? role.name() : role.name() + "@" + code;
  }
}
