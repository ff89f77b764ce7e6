package org.liangpai.demonstration;

import io.quarkus.scheduler.Scheduled;
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
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Suspends demonstration branches that got a red card: every morning, and whenever somebody asks
 * for them. Each is suspended once for a card.
 */
@ApplicationScoped
class SuspendingDemonstrations {

  private static final String SUSPEND =
      """
      WITH red AS (
          SELECT d.id, (array_agg(c.number ORDER BY c.issued_on, c.number))[1] AS card
          FROM demonstration d
          JOIN card c ON c.branch_code = d.branch_code AND c.level = 'RED' AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
          WHERE d.status = 'IN_FORCE' GROUP BY d.id),
      suspended AS (
          UPDATE demonstration d SET status = 'SUSPENDED' FROM red
          WHERE d.id = red.id AND d.status = 'IN_FORCE' RETURNING d.id, d.number, d.branch_code, red.card),
      kept AS (
          INSERT INTO demonstration_event (demonstration_id, at, acted_on, actor, act, reason)
          SELECT id, :at, :today, :actor, 'SUSPENDED', '亮红牌 ' || card || '，自动暂停' FROM suspended),
      published AS (
          UPDATE published_demonstration p SET status = 'SUSPENDED', changed_on = :today FROM suspended
          WHERE p.number = suspended.number)
      SELECT number, branch_code, card FROM suspended ORDER BY number
      """;

  /** One that was suspended just now. */
  private record Suspended(String number, String branch, String card) {}

  private final Transactions transactions;
  private final Auditing auditing;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  SuspendingDemonstrations(
      Transactions transactions,
      Auditing auditing,
      Notifying notifying,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.auditing = auditing;
    this.notifying = notifying;
    this.viewer = viewer;
    this.clock = clock;
  }

  @Scheduled(
      cron = "{liangpai.demonstration.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void suspend() {
    viewer.asService(() -> transactions.call(this::suspend));
  }

  private int suspend(Connection connection) throws SQLException {
    List<Suspended> all =
        NamedStatement.of(SUSPEND)
            .with("at", OffsetDateTime.now(clock))
            .with("today", LocalDate.now(clock))
            .with("actor", viewer.account())
            .list(
                connection,
                row -> new Suspended(row.getString(1), row.getString(2), row.getString(3)));
    auditing.record(connection, all.stream().map(SuspendingDemonstrations::entry).toList());
    notifying.tell(connection, all.stream().map(SuspendingDemonstrations::notice).toList());
    return all.size();
  }

  private static Entry entry(Suspended one) {
    return Entry.of(Act.DEMONSTRATION_SUSPENDED, ObjectKind.DEMONSTRATION, one.number())
        .now(Map.of("branch", one.branch(), "card", one.card()));
  }

  private static Notice notice(Suspended one) {
    return new Notice(
        "demonstration " + one.number() + " suspended by " + one.card(),
        NoticeKind.DECISION,
        "示范党支部已暂停",
        "因亮红牌 " + one.card() + "，示范党支部（编号 " + one.number() + "）自动暂停；红牌摘掉后，由上级决定是否恢复。",
        "/demonstrations/" + one.number(),
        List.of(Addressee.secretary(one.branch())));
  }
}
