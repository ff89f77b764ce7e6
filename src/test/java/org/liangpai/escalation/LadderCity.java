package org.liangpai.escalation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/**
 * Cards for the ladder, issued on 2026-09-28: W1-2026-0001 yellow to B1, due 10-16; W2-2026-0001
 * orange to B2, due 10-30; X1-2026-0001 orange to W1, due 10-16. What is found at B3 of W1 is to be
 * verified by 10-13 and is not.
 */
@Singleton
class LadderCity {

  static final String OF_BRANCH = "W1-2026-0001";
  static final String OF_UNIT = "X1-2026-0001";

  private static final YearMonth AUGUST = YearMonth.of(2026, 8);

  private final TestCity roster;
  private final SweepingCity city;
  private final TestClock time;
  private final Escalating escalating;
  private final OwnerTransactions owner;

  LadderCity(
      TestCity roster,
      SweepingCity city,
      TestClock time,
      Escalating escalating,
      OwnerTransactions owner) {
    this.roster = roster;
    this.city = city;
    this.time = time;
    this.escalating = escalating;
    this.owner = owner;
  }

  void begin() {
    time.set(LocalDate.of(2026, 9, 28));
    roster.reset();
    city.execute("TRUNCATE notice CASCADE");
    roster.branch("B1", row -> row);
    roster.branch("B2", row -> row.with("unitCode", "W2"));
    roster.branch("B3", row -> row);
    roster.record(
        "B1", AUGUST, row -> row.with("applicantsUntalked", 2).with("approvalsOverdue", 1));
    roster.record("B2", AUGUST, row -> row.with("membersLost", 1));
    roster.record("B3", AUGUST, row -> row.with("membersLost", 1));
    city.sweep(AUGUST);
    city.confirm(AUGUST, "B1 YX-16", "B1 YX-20", "B2 YX-25");
  }

  /** Climbs the ladder on a day of 2026. */
  int climb(int month, int day) {
    today(month, day);
    return escalating.all();
  }

  void today(int month, int day) {
    time.set(LocalDate.of(2026, month, day));
  }

  void execute(String sql) {
    city.execute(sql);
  }

  /** B1 reports all of its card done on a day. */
  void reported(String day) {
    execute(
        """
        INSERT INTO measure_plan (card_line_id, line_branch, line_due_on, status, proposed_at, proposed_by, decided_at,
            decided_by)
        SELECT l.id, l.branch_code, l.due_on, 'ACCEPTED', now(), 'x', now(), 'y' FROM card_line l
        WHERE l.card_number = 'W1-2026-0001'
            AND NOT EXISTS (SELECT FROM measure_plan p WHERE p.card_line_id = l.id);
        INSERT INTO line_report (card_line_id, ordinal, plan_id, done_on, what, reported_at, reported_by)
        SELECT l.id, (SELECT count(*) + 1 FROM line_report r WHERE r.card_line_id = l.id), p.id, '%1$s', 'x',
            '%1$s 10:00+08', 'x'
        FROM card_line l JOIN measure_plan p ON p.card_line_id = l.id WHERE l.card_number = 'W1-2026-0001';
        UPDATE card_line SET stage = 'REPORTED' WHERE card_number = 'W1-2026-0001';
        UPDATE card SET status = 'AWAITING_ACCEPTANCE' WHERE number = 'W1-2026-0001';
        INSERT INTO card_event (card_number, at, acted_on, actor, act, level, status)
        VALUES ('W1-2026-0001', now(), '%1$s', 'x', 'LINE_REPORTED', 'YELLOW', 'AWAITING_ACCEPTANCE')
        """
            .formatted(day));
  }

  /** The committee rejects what B1 reported. */
  void rejected(String day) {
    execute(
        """
        INSERT INTO line_check (report_id, kind, passed, reason_code, reason, checked_at, checked_by)
        SELECT max(r.id), 'FIRST', false, 'x', 'x', CAST('%1$s 10:00+08' AS timestamptz), 'y'
        FROM line_report r JOIN card_line l ON l.id = r.card_line_id
        WHERE l.card_number = 'W1-2026-0001' GROUP BY l.id;
        UPDATE card_line SET stage = 'IN_WORK' WHERE card_number = 'W1-2026-0001';
        UPDATE card SET status = 'RECTIFYING' WHERE number = 'W1-2026-0001'
        """
            .formatted(day));
  }

  /** The steps of a subject in order, each with its day. */
  List<String> steps(String subject) {
    return texts(
        "SELECT rung || ' ' || taken_on FROM escalation_step WHERE subject = :of ORDER BY id",
        subject);
  }

  /** Whom a notice is addressed to; nobody if there is no such notice. */
  List<String> told(String key) {
    return texts(
        """
        SELECT a.desk || ' ' || a.code FROM notice n JOIN notice_addressee a ON a.notice_id = n.id
        WHERE n.key = :of ORDER BY 1
        """,
        key);
  }

  List<String> texts(String sql, String of) {
    return owner.call(
        connection ->
            NamedStatement.of(sql).with("of", of).list(connection, row -> row.getString(1)));
  }
}
