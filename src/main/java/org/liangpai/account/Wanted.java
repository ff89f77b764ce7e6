package org.liangpai.account;

import java.time.LocalDate;
import org.liangpai.security.Role;

/**
 * What is wanted for the account of an administrator.
 *
 * @param postId the post that is to be ended, or {@code null}
 * @param role of the post that is to be assigned or ended, or {@code null}
 * @param password the hash of the new password, or {@code null}
 * @param part the part of the new password that whoever confirms is shown, or {@code null}
 */
record Wanted(
    AdministratorAct act,
    Long postId,
    Role role,
    LocalDate from,
    LocalDate to,
    String password,
    String part,
    String reason) {

  static Wanted of(AdministratorAct act, String reason) {
    return new Wanted(act, null, null, null, null, null, null, reason);
  }

  static Wanted password(String hash, String part, String reason) {
    return new Wanted(AdministratorAct.RESET_PASSWORD, null, null, null, null, hash, part, reason);
  }

  static Wanted post(NewPost post, LocalDate from) {
    return new Wanted(
        AdministratorAct.ASSIGN_POST, null, post.role(), from, post.to(), null, null, null);
  }

  static Wanted end(long post, Role role, LocalDate on, String reason) {
    return new Wanted(AdministratorAct.END_POST, post, role, null, on, null, null, reason);
  }

  /** What is to be done, such as 任命管理员：审计管理员. */
  String told() {
    return role == null ? act.label() : act.label() + "：" + role.label();
  }

  @Override
  public String toString() {
    return "wanted " + act;
  }
}
