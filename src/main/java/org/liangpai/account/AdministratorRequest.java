package org.liangpai.account;

import java.time.Instant;
import java.time.LocalDate;
import org.liangpai.security.Role;

/**
 * What one administrator asked to be done with the account of an administrator.
 *
 * @param role of the post that is to be assigned or ended, or {@code null}
 * @param from the first day of a post that is to be assigned, or {@code null}
 * @param to the last day of a post, or {@code null}
 * @param askedAs which of the three asked; one of another kind confirms
 * @param answerReason why it was refused or withdrawn, or {@code null}
 * @param mayConfirm whether the viewer may confirm or refuse it
 * @param mayWithdraw whether the viewer may withdraw it
 */
public record AdministratorRequest(
    long id,
    AdministratorAct act,
    String actLabel,
    String account,
    String displayName,
    Role role,
    LocalDate from,
    LocalDate to,
    String reason,
    Instant askedAt,
    String askedBy,
    Role askedAs,
    Instant expiresAt,
    RequestStatus status,
    String statusLabel,
    Instant answeredAt,
    String answeredBy,
    String answerReason,
    boolean mayConfirm,
    boolean mayWithdraw) {

  AdministratorRequest seen(boolean confirmable, boolean withdrawable) {
    return new AdministratorRequest(
        id,
        act,
        actLabel,
        account,
        displayName,
        role,
        from,
        to,
        reason,
        askedAt,
        askedBy,
        askedAs,
        expiresAt,
        status,
        statusLabel,
        answeredAt,
        answeredBy,
        answerReason,
        confirmable,
        withdrawable);
  }

  /** What is to be done, such as 任命管理员：审计管理员. */
  public String told() {
    return role == null ? actLabel : actLabel + "：" + role.label();
  }
}
