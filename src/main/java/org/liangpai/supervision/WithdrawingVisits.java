package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.PathSegment;
import org.liangpai.shared.Transactions;

/** Lets whoever wrote a visit down say that it no longer counts. It stays. */
@ApplicationScoped
public class WithdrawingVisits {

  private static final String HELD =
      """
      SELECT v.branch_code, v.kind, v.account, v.visited_on, v.agreed IS NOT NULL, v.withdrawn_at IS NOT NULL
      FROM visit v WHERE v.id = :id
      """;

  /** A visit that is held until the end of the transaction. */
  private record Held(
      String branch,
      AssignmentKind kind,
      String account,
      LocalDate visitedOn,
      boolean hasAgreed,
      boolean isWithdrawn) {}

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final Notifying notifying;
  private final Clock clock;

  WithdrawingVisits(
      Transactions transactions,
      CurrentViewer viewer,
      Auditing auditing,
      Notifying notifying,
      Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.auditing = auditing;
    this.notifying = notifying;
    this.clock = clock;
  }

  /**
   * Withdraws; one that is withdrawn already stays as it is.
   *
   * @throws NotFound if there is no such visit in the viewer's scope
   * @throws VisitRefused if somebody else wrote it
   */
  public void withdraw(long id, String reason) {
    String why = Reasons.compulsory("reason", reason);
    transactions.call(
        connection -> {
          Held visit = held(connection, id);
          if (!visit.account().equals(viewer.account())) {
            throw VisitRefused.ofAnother(visit.account());
          }
          if (!visit.isWithdrawn()) {
            withdraw(connection, id, visit, why);
          }
          return null;
        });
  }

  private Held held(Connection connection, long id) throws SQLException {
    Scope scope = viewer.scope();
    return scope
        .bind(NamedStatement.of(HELD + scope.ofBranch("v.branch_code") + " FOR UPDATE"))
        .with("id", id)
        .list(
            connection,
            row ->
                new Held(
                    row.getString(1),
                    AssignmentKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getObject(4, LocalDate.class),
                    row.getBoolean(5),
                    row.getBoolean(6)))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("走访", id));
  }

  private void withdraw(Connection connection, long id, Held visit, String why)
      throws SQLException {
    NamedStatement.of(
            "UPDATE visit SET withdrawn_at = :now, withdrawn_by = :by, withdrawal_reason = :reason WHERE id = :id")
        .with("now", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
        .with("by", viewer.account())
        .with("reason", why)
        .with("id", id)
        .execute(connection);
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.VISIT_WITHDRAWN, ObjectKind.VISIT, id)
                .now(Map.of("branch", visit.branch(), "visitedOn", visit.visitedOn()))
                .because(why)));
    if (visit.hasAgreed()) {
      tell(connection, id, visit, why);
    }
  }

  /** Whoever was told what was agreed is told that it no longer holds. */
  private void tell(Connection connection, long id, Held visit, String why) throws SQLException {
    notifying.tell(
        connection,
        List.of(
            new Notice(
                "VISIT_WITHDRAWN " + id,
                NoticeKind.SUPERVISION,
                "走访记录已撤回",
                "%s撤回了 %s 的走访记录，其中商定的事项不再作数。理由：%s"
                    .formatted(visit.kind().label(), visit.visitedOn(), why),
                "/supervision/branches/" + PathSegment.of(visit.branch()),
                List.of(Addressee.secretary(visit.branch())))));
  }
}
