package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.calendar.CountedDay;
import org.liangpai.calendar.DueDay;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Counts anew by when findings are to be verified, when the calendar has changed: all findings of
 * one sweep at once. Doing it again changes nothing.
 */
@ApplicationScoped
public class RecountingVerifications {

  private static final String COUNTED =
      """
      SELECT DISTINCT verify_from, verify_working_days, verify_due_on FROM finding
      WHERE status = 'PENDING' AND verify_due_on >= :today AND verify_from IS NOT NULL ORDER BY 1, 2, 3
      """;

  private static final String RECOUNT =
      """
      WITH moved AS (
          UPDATE finding SET verify_due_on = :now
          WHERE status = 'PENDING' AND verify_from = :from AND verify_working_days = :days AND verify_due_on = :due
          RETURNING branch_code, duty, carded)
      SELECT CASE moved.duty WHEN 'UNIT' THEN coalesce(committee.parent_code, committee.unit_code)
              ELSE committee.unit_code END AS office, count(*) FILTER (WHERE moved.carded) AS findings
      FROM moved
      JOIN branch ON branch.branch_code = moved.branch_code
      JOIN unit ON unit.unit_code = branch.unit_code
      JOIN unit committee ON committee.unit_code = unit.committee_code
      GROUP BY 1 ORDER BY 1
      """;

  /** Who verifies, and how many findings. */
  private record Office(String code, int findings) {}

  private final Transactions transactions;
  private final Notifying notifying;
  private final Auditing auditing;
  private final Clock clock;

  RecountingVerifications(
      Transactions transactions, Notifying notifying, Auditing auditing, Clock clock) {
    this.transactions = transactions;
    this.notifying = notifying;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Counts by a calendar, and tells those who verify.
   *
   * @return how many due days moved
   */
  public int recount(WorkingCalendar calendar) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    return transactions.call(
        connection -> {
          int moved = 0;
          for (CountedDay counted : counted(connection, today)) {
            DueDay now = counted.recounted(calendar, today).orElse(null);
            if (now != null && !now.day().equals(counted.day()) && move(connection, counted, now)) {
              moved++;
            }
          }
          return moved;
        });
  }

  /** Whether a day was provisional is not kept for findings: only the day itself can differ. */
  private static List<CountedDay> counted(Connection connection, LocalDate today)
      throws SQLException {
    return NamedStatement.of(COUNTED)
        .with("today", today)
        .list(
            connection,
            row ->
                new CountedDay(
                    row.getObject(1, LocalDate.class),
                    row.getInt(2),
                    row.getObject(3, LocalDate.class),
                    false));
  }

  /** Whether anything was left to move: another server may have been first. */
  private boolean move(Connection connection, CountedDay counted, DueDay now) throws SQLException {
    List<Office> offices =
        NamedStatement.of(RECOUNT)
            .with("now", now.day())
            .with("from", counted.from())
            .with("days", counted.workingDays())
            .with("due", counted.day())
            .list(connection, row -> new Office(row.getString(1), row.getInt(2)));
    if (offices.isEmpty()) {
      return false;
    }
    String told = "节假日安排有变化，核实期限由 " + counted.day() + " 改为 " + now.day();
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.DUE_DAYS_RECOUNTED, ObjectKind.FINDING, "核实期限 " + counted.day())
                .changed(Map.of("dueOn", counted.day()), Map.of("dueOn", now.day()))
                .because(told)));
    notifying.tell(
        connection,
        offices.stream()
            .filter(office -> office.findings() > 0)
            .map(office -> notice(office, counted, now, told, clock.instant()))
            .toList());
    return true;
  }

  private static Notice notice(
      Office office, CountedDay counted, DueDay now, String told, Instant at) {
    return new Notice(
        "VERIFICATION RECOUNTED %s %s %s %s %s"
            .formatted(office.code(), counted.from(), counted.day(), now.day(), at),
        NoticeKind.VERIFICATION,
        "核实期限重新计算",
        told + "，涉及 " + office.findings() + " 项待核实的疑似问题。",
        "/findings?status=PENDING",
        List.of(Addressee.office(office.code())));
  }
}
