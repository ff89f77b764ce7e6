package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.HolderKind;
import org.liangpai.card.LineStage;
import org.liangpai.rectification.CheckingLines;
import org.liangpai.rectification.DecidingMeasures;
import org.liangpai.rectification.NewMeasure;
import org.liangpai.rectification.ProposingMeasures;
import org.liangpai.rectification.ReportingLines;
import org.liangpai.security.Role;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** The holders of cards plan, work and report; committees and counties look at it. */
@ApplicationScoped
class RectifyingPart implements HistoryPart {

  private static final String OPEN =
      """
      SELECT l.id, l.card_number, c.holder_kind, l.branch_code, l.item, l.stage, l.added_on, l.due_on,
          (SELECT min(f.sentence) FROM card_observation o JOIN finding f ON f.id = o.finding_id
              WHERE o.card_line_id = l.id) AS sentence,
          (SELECT max(p.id) FROM measure_plan p WHERE p.card_line_id = l.id AND p.status = 'PROPOSED') AS plan,
          (SELECT count(*) FROM measure_plan p WHERE p.card_line_id = l.id AND p.status = 'RETURNED') AS returned,
          (SELECT count(*) FROM line_check k JOIN line_report r ON r.id = k.report_id
              WHERE r.card_line_id = l.id AND NOT k.passed) AS rejected,
          CAST(greatest(
              (SELECT max(greatest(p.proposed_at, p.decided_at)) FROM measure_plan p WHERE p.card_line_id = l.id),
              (SELECT max(greatest(r.reported_at, k.checked_at)) FROM line_report r
                  LEFT JOIN line_check k ON k.report_id = r.id WHERE r.card_line_id = l.id)) AS timestamptz) AS moved_at
      FROM card_line l JOIN card c ON c.number = l.card_number
      WHERE l.open AND c.clock_stopped_on IS NULL AND c.suspended_until IS NULL AND c.month < :last
      ORDER BY l.id
      """;

  private record Line(
      long id,
      String card,
      HolderKind holder,
      String branch,
      String item,
      LineStage stage,
      LocalDate addedOn,
      LocalDate dueOn,
      String sentence,
      long plan,
      int returned,
      int rejected,
      LocalDate movedOn) {}

  private final Transactions transactions;
  private final ProposingMeasures proposing;
  private final DecidingMeasures deciding;
  private final ReportingLines reporting;
  private final CheckingLines checking;
  private final SampleActors actors;
  private final WorkingCalendar calendar;
  private final long seed;

  RectifyingPart(
      Transactions transactions,
      ProposingMeasures proposing,
      DecidingMeasures deciding,
      ReportingLines reporting,
      CheckingLines checking,
      SampleActors actors,
      WorkingCalendar calendar,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed) {
    this.transactions = transactions;
    this.proposing = proposing;
    this.deciding = deciding;
    this.reporting = reporting;
    this.checking = checking;
    this.actors = actors;
    this.calendar = calendar;
    this.seed = seed;
  }

  @Override
  public int hour() {
    return 14;
  }

  @Override
  public void act(HistoryDay day) {
    List<Line> lines =
        transactions.call(
            connection ->
                NamedStatement.of(OPEN)
                    .with("last", day.last().atDay(1))
                    .list(connection, RectifyingPart::line));
    lines.forEach(line -> act(line, day.day(), fate(line, day)));
  }

  private static Line line(ResultSet row) throws SQLException {
    var moved = row.getTimestamp("moved_at");
    LocalDate added = row.getObject("added_on", LocalDate.class);
    return new Line(
        row.getLong("id"),
        row.getString("card_number"),
        HolderKind.valueOf(row.getString("holder_kind")),
        row.getString("branch_code"),
        row.getString("item"),
        LineStage.valueOf(row.getString("stage")),
        added,
        row.getObject("due_on", LocalDate.class),
        row.getString("sentence"),
        row.getLong("plan"),
        row.getInt("returned"),
        row.getInt("rejected"),
        moved == null ? added : LocalDate.ofInstant(moved.toInstant(), ClockProducer.ZONE));
  }

  private LineFate fate(Line line, HistoryDay day) {
    return LineFate.of(
        SampleBranch.of(line.branch(), seed, day),
        line.item(),
        line.addedOn(),
        line.dueOn(),
        calendar);
  }

  private void act(Line line, LocalDate today, LineFate fate) {
    int waited = calendar.workingDaysBetween(line.movedOn(), today);
    boolean looks = waited >= fate.looking();
    switch (line.stage()) {
      case TO_PLAN -> {
        if (!today.isBefore(fate.plannedOn()) && (line.returned() == 0 || looks)) {
          propose(line, today);
        }
      }
      case PLANNED -> {
        if (looks) {
          decide(line, fate);
        }
      }
      case IN_WORK -> {
        if (fate.doneOn() != null && !today.isBefore(fate.doneOn()) && waited > 0) {
          report(line, today);
        }
      }
      case REPORTED -> {
        if (looks) {
          check(line, fate);
        }
      }
      case ACCEPTED -> {
        if (looks) {
          actors.as(above(line), () -> checking.clear(line.card(), line.id(), null));
        }
      }
      case CLEARED, CLOSED -> throw new IllegalStateException("An open line is " + line.stage());
    }
  }

  private void propose(Line line, LocalDate today) {
    String what = line.returned() == 0 ? "示例：研究原因，按要求补齐" : "示例：由支委会逐项研究原因，明确到人，按要求补齐";
    LocalDate by = line.dueOn().isBefore(today) ? today : line.dueOn();
    actors.as(
        holder(line),
        () ->
            proposing.propose(
                line.card(),
                line.id(),
                List.of(new NewMeasure(what + "（" + line.sentence() + "）", "书记", by))));
  }

  private void decide(Line line, LineFate fate) {
    actors.as(
        verifier(line),
        () -> {
          if (fate.returned() && line.returned() == 0) {
            deciding.giveBack(line.plan(), "NOT_CONCRETE", "示例：请写明由谁、在哪天前做什么");
          } else {
            deciding.accept(line.plan(), null);
          }
        });
  }

  private void report(Line line, LocalDate today) {
    actors.as(
        holder(line), () -> reporting.report(line.card(), line.id(), today, "示例：已按措施整改，见当月纪实"));
  }

  private void check(Line line, LineFate fate) {
    actors.as(
        verifier(line),
        () -> {
          if (fate.rejected() && line.rejected() == 0) {
            checking.reject(line.card(), line.id(), "PARTLY_DONE", "示例：还有一部分没有落实");
          } else {
            checking.accept(line.card(), line.id(), null);
          }
        });
  }

  private static Role holder(Line line) {
    return line.holder() == HolderKind.BRANCH ? Role.BRANCH_SECRETARY : Role.COMMITTEE_OFFICER;
  }

  private static Role verifier(Line line) {
    return line.holder() == HolderKind.BRANCH ? Role.COMMITTEE_OFFICER : Role.COUNTY_OFFICER;
  }

  private static Role above(Line line) {
    return line.holder() == HolderKind.BRANCH ? Role.COUNTY_OFFICER : Role.CITY_OFFICER;
  }
}
