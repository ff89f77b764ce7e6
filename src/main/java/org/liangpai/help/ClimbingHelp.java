package org.liangpai.help;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Lets overdue requests climb: on the first working day after the due day the asked unit is
 * reminded, and some working days later each time the next unit above is told, up to the root.
 */
@ApplicationScoped
public class ClimbingHelp {

  /** More than any hierarchy is deep. */
  private static final int RUNGS = 10;

  /** A rung is taken once, whoever tries it at the same time: its key decides. */
  private static final String CLIMB =
      """
      WITH due AS (
          SELECT r.id, g.rung, u.path[cardinality(u.path) - g.rung] AS told_unit
          FROM help_request r JOIN unit u ON u.unit_code = r.asked_unit
          JOIN unnest(CAST(:rungs AS integer[]), CAST(:befores AS date[])) AS g (rung, before)
              ON r.due_on < g.before AND g.rung < cardinality(u.path)
          WHERE r.status IN ('ASKED', 'TAKEN')),
      taken AS (
          INSERT INTO help_rung (request_id, rung, told_unit, taken_on)
          SELECT id, rung, told_unit, :today FROM due
          ON CONFLICT ON CONSTRAINT pk_help_rung DO NOTHING
          RETURNING request_id, rung, told_unit),
      kept AS (
          INSERT INTO help_event (request_id, at, actor, act, told)
          SELECT t.request_id, :at, :actor, CASE t.rung WHEN 0 THEN 'REMINDED' ELSE 'CLIMBED' END,
              CASE t.rung WHEN 0 THEN '提醒' ELSE '报' END || u.unit_name
          FROM taken t JOIN unit u ON u.unit_code = t.told_unit ORDER BY t.request_id, t.rung)
      SELECT t.request_id, t.rung, t.told_unit, r.asked_unit, r.asked_name, r.asking_name, r.due_on
      FROM taken t JOIN help_request r ON r.id = t.request_id ORDER BY t.request_id, t.rung
      """;

  /** A rung that was taken just now. */
  private record Taken(
      long request,
      int rung,
      String told,
      String asked,
      String askedName,
      String by,
      LocalDate due) {

    static Taken of(ResultSet row) throws SQLException {
      return new Taken(
          row.getLong(1),
          row.getInt(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getObject(7, LocalDate.class));
    }

    Notice notice() {
      boolean reminds = rung == 0;
      return new Notice(
          "HELP " + request + " RUNG " + rung,
          NoticeKind.HELP,
          reminds ? "求助" + request + "已过期限，请办理" : "求助" + request + "逾期，报请督促",
          by + "向" + askedName + "的求助期限为" + due + "，尚未办理" + (reminds ? "，请尽快答复。" : "，请督促或直接办理。"),
          "/help-requests/" + request,
          reminds
              ? List.of(Addressee.office(told))
              : List.of(Addressee.office(told), Addressee.office(asked)));
    }

    Entry entry() {
      return Entry.of(Act.HELP_CLIMBED, ObjectKind.HELP_REQUEST, request)
          .now(Map.of("rung", rung, "unit", told));
    }
  }

  private final Transactions transactions;
  private final Notifying notifying;
  private final Auditing auditing;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final CurrentViewer viewer;
  private final Clock clock;

  ClimbingHelp(
      Transactions transactions,
      Notifying notifying,
      Auditing auditing,
      Catalogue catalogue,
      WorkingCalendar calendar,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.notifying = notifying;
    this.auditing = auditing;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.viewer = viewer;
    this.clock = clock;
  }

  @Scheduled(
      cron = "{liangpai.help.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void everyMorning() {
    viewer.asService(() -> transactions.call(this::climb));
  }

  private int climb(Connection connection) throws SQLException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    int every = catalogue.list().help().climb();
    List<Taken> taken =
        NamedStatement.of(CLIMB)
            .with(
                "rungs",
                connection.createArrayOf("integer", IntStream.range(0, RUNGS).boxed().toArray()))
            .with(
                "befores",
                connection.createArrayOf(
                    "date",
                    IntStream.range(0, RUNGS)
                        .mapToObj(rung -> Date.valueOf(before(today, 1 + rung * every)))
                        .toArray()))
            .with("today", today)
            .with("at", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
            .with("actor", viewer.account())
            .list(connection, Taken::of);
    notifying.tell(connection, taken.stream().map(Taken::notice).toList());
    auditing.record(connection, taken.stream().map(Taken::entry).toList());
    return taken.size();
  }

  /** What was due before that day is as many working days overdue today, or more. */
  private LocalDate before(LocalDate today, int workingDays) {
    return calendar.plusWorkingDays(today.plusDays(1), -workingDays).day();
  }
}
