package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Answers what was asked for the accounts of administrators: by another kind of the three. */
@ApplicationScoped
public class AnsweringAdministratorRequests {

  /** One after the other: two that each end the last but one holder must not pass each other. */
  private static final String ALONE =
      "SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))";

  private static final int LONGEST_REASON = 2_000;

  private final Transactions transactions;
  private final AdministratorActs acts;
  private final Auditing auditing;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  AnsweringAdministratorRequests(
      Transactions transactions,
      AdministratorActs acts,
      Auditing auditing,
      Notifying notifying,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.acts = acts;
    this.auditing = auditing;
    this.notifying = notifying;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * What was confirmed.
   *
   * @param passwordPart the second part of the new password, shown this once; {@code null} if there
   *     is none
   */
  public record Confirmed(AdministratorRequest request, String passwordPart) {

    @Override
    public String toString() {
      return request.toString();
    }
  }

  /** Confirms it, which does it. */
  public Confirmed confirm(long id) {
    try {
      return answering(
          connection -> {
            AdministratorRequests.Filed filed = waiting(connection, id);
            checkSecond(connection, filed);
            acts.act(connection, filed);
            return new Confirmed(
                answered(
                    connection, filed, RequestStatus.DONE, Act.ADMINISTRATOR_ACT_CONFIRMED, null),
                filed.wanted().part());
          });
    } catch (DatabaseFault fault) {
      throw AssigningPosts.apart(fault);
    }
  }

  /** Refuses it: what was asked for is not done. */
  public AdministratorRequest refuse(long id, String reason) {
    String why = checked(reason, "不同意必须写明理由");
    return answering(
        connection -> {
          AdministratorRequests.Filed filed = waiting(connection, id);
          checkSecond(connection, filed);
          return answered(
              connection, filed, RequestStatus.REFUSED, Act.ADMINISTRATOR_ACT_REFUSED, why);
        });
  }

  /** Withdraws what the viewer asked for. */
  public AdministratorRequest withdraw(long id, String reason) {
    String why = checked(reason, "撤回必须写明理由");
    return answering(
        connection -> {
          AdministratorRequests.Filed filed = waiting(connection, id);
          if (!filed.request().askedBy().equals(viewer.account())) {
            throw AdministratorRefused.notAsker();
          }
          return answered(
              connection, filed, RequestStatus.WITHDRAWN, Act.ADMINISTRATOR_ACT_WITHDRAWN, why);
        });
  }

  /** The act reaches posts that the one who confirms does not see. */
  private <T> T answering(Transactions.Work<T> work) {
    return viewer.as(viewer.viewer(), Scope.WHOLE, () -> transactions.call(work));
  }

  private AdministratorRequests.Filed waiting(Connection connection, long id) throws SQLException {
    NamedStatement.of(ALONE).list(connection, row -> 1);
    AdministratorRequests.Filed filed =
        AdministratorRequests.locked(connection, id, clock.instant())
            .orElseThrow(() -> new NotFound("申请", id));
    if (filed.request().status() != RequestStatus.WAITING) {
      throw AdministratorRefused.answered(filed.request().status());
    }
    return filed;
  }

  private void checkSecond(Connection connection, AdministratorRequests.Filed filed)
      throws SQLException {
    AdministratorRequest request = filed.request();
    if (!isSecond(viewer.viewer(), request)) {
      throw AdministratorRefused.notYours();
    }
    Account asker =
        Accounts.named(connection, request.askedBy())
            .filter(one -> one.status() == AccountStatus.ACTIVE)
            .orElseThrow(() -> AdministratorRefused.askerGone(request.askedBy()));
    Role as = request.askedAs();
    if (PostsInForce.of(connection, asker.id(), LocalDate.now(clock)).stream()
        .noneMatch(post -> post.role() == as)) {
      throw AdministratorRefused.askerGone(request.askedBy());
    }
  }

  /** Whether somebody is of another kind than who asked, and not the holder. */
  static boolean isSecond(Viewer viewer, AdministratorRequest request) {
    return AskingSecondAdministrator.kind(viewer) != request.askedAs()
        && !viewer.account().equals(request.askedBy())
        && !viewer.account().equals(request.account());
  }

  private AdministratorRequest answered(
      Connection connection,
      AdministratorRequests.Filed filed,
      RequestStatus status,
      Act act,
      String reason)
      throws SQLException {
    AdministratorRequest request = filed.request();
    AdministratorRequests.answer(
        connection, request.id(), status, viewer.account(), clock.instant(), reason);
    auditing.record(
        connection,
        List.of(
            Entry.of(act, ObjectKind.ACCOUNT, request.account())
                .now(
                    Map.of(
                        "申请", String.valueOf(request.id()),
                        "事项", request.told(),
                        "申请人", request.askedBy()))
                .because(reason)));
    tellAsker(connection, request, status, reason);
    return AdministratorRequests.of(connection, request.id(), clock.instant())
        .orElseThrow()
        .request();
  }

  private void tellAsker(
      Connection connection, AdministratorRequest request, RequestStatus status, String reason)
      throws SQLException {
    notifying.tell(
        connection,
        List.of(
            new Notice(
                "ADMINISTRATOR-REQUEST " + request.id() + " " + status,
                NoticeKind.SECURITY,
                "管理员账号变更" + status.label(),
                "您申请的对账号“%s”%s，%s%s。办理人：%s。"
                    .formatted(
                        request.account(),
                        request.told(),
                        status.label(),
                        reason == null ? "" : "，理由：" + reason,
                        viewer.account()),
                "/administrator-requests",
                List.of(Addressee.account(request.askedBy())))));
  }

  private static String checked(String reason, String lacking) {
    String text = reason == null ? "" : reason.strip();
    if (text.isEmpty() || text.length() > LONGEST_REASON) {
      throw new Invalid("reason", text.isEmpty() ? lacking : "理由不能超过" + LONGEST_REASON + "字");
    }
    return text;
  }
}
