package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Passes all branches of one person on to another from a day on, or for some days: the one keeps
 * the days before and after, the other gets those between.
 */
@ApplicationScoped
public class HandingOver {

  private static final String HELD =
      """
      SELECT a.id, a.branch_code FROM supervision_assignment a
      WHERE %s AND (CAST(:to AS date) IS NULL OR a.from_on <= CAST(:to AS date))
      """
          .formatted(SupervisionSql.HELD_FROM);

  private static final String CUT =
      """
      UPDATE supervision_assignment SET
        to_on = CASE WHEN from_on < :from THEN CAST(:from AS date) - 1 ELSE to_on END,
        ended_at = CASE WHEN from_on < :from THEN NULL ELSE CAST(:now AS timestamptz) END,
        ended_by = CASE WHEN from_on < :from THEN NULL ELSE :by END,
        end_reason = CASE WHEN from_on < :from THEN NULL ELSE :reason END
      WHERE id = ANY (CAST(:ids AS bigint[]))
      """;

  /** The last day is read before it is cut. */
  private static final String SPANS =
      """
      SELECT id, greatest(from_on, :from), least(to_on, CAST(:to AS date)), to_on FROM supervision_assignment
      WHERE id = ANY (CAST(:ids AS bigint[])) ORDER BY id
      """;

  private static final String TAKE =
      """
      INSERT INTO supervision_assignment
          (kind, account, branch_code, from_on, to_on, assigned_at, assigned_by, reason, taken_over_from)
      SELECT kind, :account, branch_code, :from, CAST(:to AS date), :now, :by, :reason, id
      FROM supervision_assignment WHERE id = :id
      RETURNING id
      """;

  /** The days that the successor gets of an assignment, and the last one that it had. */
  private record Span(long id, LocalDate from, LocalDate to, LocalDate last) {

    /** Whether days are left behind those of the successor. */
    boolean isLeft() {
      return to != null && !to.equals(last);
    }
  }

  private final Transactions transactions;
  private final AssigningSupervision assigning;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final Notifying notifying;
  private final Clock clock;

  HandingOver(
      Transactions transactions,
      AssigningSupervision assigning,
      CurrentViewer viewer,
      Auditing auditing,
      Notifying notifying,
      Clock clock) {
    this.transactions = transactions;
    this.assigning = assigning;
    this.viewer = viewer;
    this.auditing = auditing;
    this.notifying = notifying;
    this.clock = clock;
  }

  /**
   * Passes on what the viewer sees of it.
   *
   * @throws Invalid if the day is past
   * @throws AssignmentRefused if there is nothing to pass on, or the successor may not take it
   */
  public HandOver.Done handOver(HandOver wanted) {
    if (wanted.fromOn().isBefore(LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))) {
      throw new Invalid("fromOn", "接手的日期不能早于今天");
    }
    return transactions.call(connection -> handOver(connection, wanted));
  }

  private HandOver.Done handOver(Connection connection, HandOver wanted) throws SQLException {
    assigning.waitForTurn(connection);
    Scope scope = viewer.scope();
    List<Long> ids = new ArrayList<>();
    List<String> branches = new ArrayList<>();
    scope
        .bind(
            NamedStatement.of(
                HELD + scope.ofBranch("a.branch_code") + " ORDER BY a.id FOR UPDATE OF a"))
        .with("kind", wanted.kind().name())
        .with("account", wanted.predecessor())
        .with("from", wanted.fromOn())
        .with("to", wanted.toOn())
        .each(
            connection,
            row -> {
              ids.add(row.getLong(1));
              return branches.add(row.getString(2));
            });
    if (ids.isEmpty()) {
      throw AssignmentRefused.nothingToHandOver(wanted.kind(), wanted.predecessor());
    }
    assigning.requireCovered(
        connection,
        wanted.kind(),
        wanted.successor(),
        assigning.wanted(connection, branches).values());
    HandOver.Done done = passOn(connection, wanted, ids.toArray(Long[]::new));
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.SUPERVISION_HANDED_OVER, ObjectKind.SUPERVISION, wanted.predecessor())
                .changed(
                    Map.of("account", wanted.predecessor(), "assignments", ids),
                    Map.of(
                        "account", wanted.successor(),
                        "assignments", done.assignments(),
                        "from", wanted.fromOn(),
                        "to", wanted.toOn() == null ? "" : wanted.toOn(),
                        "continued", done.continued()))
                .because(wanted.reason())));
    tell(connection, wanted, done, Set.copyOf(branches).size());
    return done;
  }

  private HandOver.Done passOn(Connection connection, HandOver wanted, Long[] ids)
      throws SQLException {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
    List<Span> spans =
        NamedStatement.of(SPANS)
            .with("ids", ids)
            .with("from", wanted.fromOn())
            .with("to", wanted.toOn())
            .list(
                connection, row -> new Span(row.getLong(1), day(row, 2), day(row, 3), day(row, 4)));
    NamedStatement.of(CUT)
        .with("from", wanted.fromOn())
        .with("now", now)
        .with("by", viewer.account())
        .with("reason", wanted.reason())
        .with("ids", ids)
        .execute(connection);
    NamedStatement take =
        NamedStatement.of(TAKE)
            .with("now", now)
            .with("by", viewer.account())
            .with("reason", wanted.reason());
    List<Long> taken = new ArrayList<>();
    List<Long> continued = new ArrayList<>();
    for (Span span : spans) {
      long id = take(connection, take, wanted.successor(), span.id(), span.from(), span.to());
      taken.add(id);
      if (span.isLeft()) {
        LocalDate after = span.to().plusDays(1);
        continued.add(take(connection, take, wanted.predecessor(), id, after, span.last()));
      }
    }
    return new HandOver.Done(taken, continued);
  }

  private static long take(
      Connection connection,
      NamedStatement statement,
      String account,
      long from,
      LocalDate fromOn,
      LocalDate toOn)
      throws SQLException {
    return statement
        .with("account", account)
        .with("id", from)
        .with("from", fromOn)
        .with("to", toOn)
        .list(connection, row -> row.getLong(1))
        .get(0);
  }

  private void tell(Connection connection, HandOver wanted, HandOver.Done done, int branches)
      throws SQLException {
    long first = done.assignments().get(0);
    String days =
        "自 " + wanted.fromOn() + " 起" + (wanted.toOn() == null ? "" : "至 " + wanted.toOn());
    notifying.tell(
        connection,
        List.of(
            new Notice(
                "SUPERVISION_TAKEN_OVER " + first,
                NoticeKind.SUPERVISION,
                "请您接手%d个支部".formatted(branches),
                "%s由您接替“%s”作为%s联系%d个支部。请到督导页查看未销号的亮牌和约定的下次走访。"
                    .formatted(days, wanted.predecessor(), wanted.kind().label(), branches),
                "/supervision",
                List.of(Addressee.account(wanted.successor()))),
            new Notice(
                "SUPERVISION_HANDED_OVER " + first,
                NoticeKind.SUPERVISION,
                "您联系的%d个支部已交接".formatted(branches),
                "%s由“%s”接替您联系%d个支部%s，请当面交代未办完的事。"
                    .formatted(
                        days,
                        wanted.successor(),
                        branches,
                        done.continued().isEmpty() ? "" : "，此后仍由您联系"),
                "/supervision",
                List.of(Addressee.account(wanted.predecessor())))));
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
