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
 * Follows what happens to demonstration branches, every morning and whenever somebody asks for
 * them: a red card suspends one, once for a card, and its coming off is told to the office that
 * decides; a branch that was dissolved is none any more.
 */
@ApplicationScoped
class FollowingDemonstrations {

  private static final String SUSPEND =
      """
      WITH red AS (
          SELECT d.id, (array_agg(c.number ORDER BY c.issued_on, c.number))[1] AS card
          FROM demonstration d
          JOIN card c ON c.branch_code = d.branch_code AND c.level = 'RED' AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
          WHERE d.status = 'IN_FORCE' GROUP BY d.id),
      suspended AS (
          UPDATE demonstration d SET status = 'SUSPENDED' FROM red
          WHERE d.id = red.id AND d.status = 'IN_FORCE'
          RETURNING d.id, d.number, d.branch_code, d.chosen_unit, red.card),
      kept AS (
          INSERT INTO demonstration_event (demonstration_id, at, acted_on, actor, act, reason)
          SELECT id, :at, :today, :actor, 'SUSPENDED', '亮红牌 ' || card || '，自动暂停' FROM suspended),
      published AS (
          UPDATE published_demonstration p SET status = 'SUSPENDED', changed_on = :today FROM suspended
          WHERE p.number = suspended.number)
      SELECT number, branch_code, chosen_unit, card FROM suspended ORDER BY number
      """;

  private static final String END =
      """
      WITH gone AS (
          SELECT d.id, '支部已于' || CAST(b.dissolved_on AS text) || '撤销，自动取消' AS reason
          FROM demonstration d JOIN branch b ON b.branch_code = d.branch_code
          WHERE d.status <> 'ENDED' AND b.dissolved_on <= :today),
      ended AS (
          UPDATE demonstration d SET status = 'ENDED' FROM gone
          WHERE d.id = gone.id AND d.status <> 'ENDED'
          RETURNING d.id, d.number, d.branch_code, d.chosen_unit, gone.reason),
      kept AS (
          INSERT INTO demonstration_event (demonstration_id, at, acted_on, actor, act, reason)
          SELECT id, :at, :today, :actor, 'ENDED', reason FROM ended),
      published AS (
          UPDATE published_demonstration p SET status = 'ENDED', changed_on = :today FROM ended
          WHERE p.number = ended.number)
      SELECT number, branch_code, chosen_unit, reason FROM ended ORDER BY number
      """;

  /** Which suspension is over, and by which card, is the key: another red card is told anew. */
  private static final String RED_OFF =
      """
      SELECT d.number, d.branch_code, d.chosen_unit, concat_ws(' ', max(e.id), (SELECT max(c.number) FROM card c
          WHERE c.branch_code = d.branch_code AND c.level = 'RED'))
      FROM demonstration d JOIN demonstration_event e ON e.demonstration_id = d.id AND e.act = 'SUSPENDED'
      WHERE d.status = 'SUSPENDED' AND NOT EXISTS (SELECT FROM card c WHERE c.branch_code = d.branch_code
          AND c.level = 'RED' AND c.status NOT IN ('CLEARED', 'WITHDRAWN'))
      GROUP BY d.id ORDER BY d.number
      """;

  /**
   * One to which something happened.
   *
   * @param office the unit whose office chose it
   * @param what the red card, the reason, or what else tells this from another time
   */
  private record Happened(String number, String branch, String office, String what) {}

  private final Transactions transactions;
  private final Auditing auditing;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  FollowingDemonstrations(
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
  void follow() {
    viewer.asService(
        () ->
            transactions.call(
                connection -> {
                  end(connection);
                  suspend(connection);
                  return notifying.tell(
                      connection,
                      happened(connection, RED_OFF).stream()
                          .map(FollowingDemonstrations::redOff)
                          .toList());
                }));
  }

  private void end(Connection connection) throws SQLException {
    List<Happened> all = happened(connection, END);
    auditing.record(
        connection,
        all.stream()
            .map(
                one ->
                    Entry.of(Act.DEMONSTRATION_ENDED, ObjectKind.DEMONSTRATION, one.number())
                        .now(Map.of("branch", one.branch()))
                        .because(one.what()))
            .toList());
    notifying.tell(
        connection,
        all.stream()
            .map(
                one ->
                    notice(one, "ended", "示范党支部已取消", "编号 " + one.number() + "。" + one.what() + "。"))
            .toList());
  }

  private void suspend(Connection connection) throws SQLException {
    List<Happened> all = happened(connection, SUSPEND);
    auditing.record(
        connection,
        all.stream()
            .map(
                one ->
                    Entry.of(Act.DEMONSTRATION_SUSPENDED, ObjectKind.DEMONSTRATION, one.number())
                        .now(Map.of("branch", one.branch(), "card", one.what())))
            .toList());
    notifying.tell(connection, all.stream().map(FollowingDemonstrations::suspended).toList());
  }

  private List<Happened> happened(Connection connection, String sql) throws SQLException {
    return NamedStatement.of(sql)
        .with("at", OffsetDateTime.now(clock))
        .with("today", LocalDate.now(clock))
        .with("actor", viewer.account())
        .list(
            connection,
            row ->
                new Happened(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
  }

  private static Notice suspended(Happened one) {
    return notice(
        one,
        "suspended by " + one.what(),
        "示范党支部已暂停",
        "因亮红牌 " + one.what() + "，示范党支部（编号 " + one.number() + "）自动暂停；红牌摘掉后，由上级决定是否恢复。");
  }

  private static Notice redOff(Happened one) {
    return notice(
        one,
        "red off " + one.what(),
        "示范党支部的红牌已摘",
        "因红牌暂停的示范党支部（编号 " + one.number() + "）已没有红牌，轮到上级：请决定恢复还是取消。");
  }

  private static Notice notice(Happened one, String happened, String title, String body) {
    return new Notice(
        "demonstration " + one.number() + " " + happened,
        NoticeKind.DECISION,
        title,
        body,
        "/demonstrations/" + one.number(),
        List.of(Addressee.secretary(one.branch()), Addressee.office(one.office())));
  }
}
