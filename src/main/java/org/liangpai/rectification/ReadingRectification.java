package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.card.CardView;
import org.liangpai.card.ListingCards;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Level;

/** Reads what was done about the lines of a card. */
@ApplicationScoped
public class ReadingRectification {

  private static final String PLANS =
      """
      SELECT p.id, p.card_line_id, p.status, p.proposed_at, p.proposed_by, p.decided_at, p.decided_by,
          p.reason_code, p.reason, p.remark,
          (p.line_branch, p.line_due_on) IS DISTINCT FROM (l.branch_code, l.due_on) AS overtaken, m.position, m.what, m.responsible, m.due_on, m.done_on
      FROM card_line l JOIN measure_plan p ON p.card_line_id = l.id JOIN measure m ON m.plan_id = p.id
      WHERE l.card_number = :number ORDER BY p.id, m.position
      """;

  private static final String REPORTS =
      """
      SELECT r.id, r.card_line_id, r.plan_id, r.done_on, r.what, r.reported_at, r.reported_by,
          c.kind, c.passed, c.reason_code, c.reason, c.remark, c.checked_at, c.checked_by
      FROM card_line l JOIN line_report r ON r.card_line_id = l.id LEFT JOIN line_check c ON c.report_id = r.id
      WHERE l.card_number = :number ORDER BY r.id, c.id
      """;

  private final ListingCards cards;
  private final Transactions transactions;
  private final ReadingDesks desks;

  ReadingRectification(ListingCards cards, Transactions transactions, ReadingDesks desks) {
    this.cards = cards;
    this.transactions = transactions;
    this.desks = desks;
  }

  /** What was done about a card; a missing one is {@link NotFound}. */
  public CardRectification of(String number) {
    return of(cards.get(number));
  }

  /** What was done about a card that the viewer was shown. */
  public CardRectification of(CardView card) {
    Map<Long, Map<Long, LineRectification.PlanView>> plans = new HashMap<>();
    Map<Long, Map<Long, LineRectification.ReportView>> reports = new HashMap<>();
    transactions.call(
        connection -> {
          read(connection, PLANS, card, row -> plan(row, plans));
          read(connection, REPORTS, card, row -> report(row, reports));
          return null;
        });
    Desks of = desks.of(card.number());
    return new CardRectification(
        card.number(),
        card.status(),
        card.lines().stream()
            .map(
                line ->
                    view(
                        card,
                        line,
                        of,
                        List.copyOf(plans.getOrDefault(line.id(), Map.of()).values()),
                        List.copyOf(reports.getOrDefault(line.id(), Map.of()).values())))
            .toList());
  }

  private static void read(
      Connection connection, String sql, CardView card, NamedStatement.RowOf<?> action)
      throws SQLException {
    NamedStatement.of(sql).with("number", card.number()).each(connection, action);
  }

  private static LineRectification view(
      CardView card,
      CardView.LineView line,
      Desks desks,
      List<LineRectification.PlanView> plans,
      List<LineRectification.ReportView> reports) {
    boolean red = Level.RED.name().equals(card.level().code());
    boolean returned =
        !plans.isEmpty() && plans.get(plans.size() - 1).status() == PlanStatus.RETURNED;
    boolean rejected = !reports.isEmpty() && isRejected(reports.get(reports.size() - 1));
    return new LineRectification(
        line.id(),
        line.branchCode(),
        line.item(),
        line.stage(),
        line.stageLabel(),
        line.dueOn(),
        Turns.of(line.stage(), red, returned, rejected, desks),
        (int) plans.stream().filter(plan -> plan.status() == PlanStatus.RETURNED).count(),
        (int) reports.stream().filter(ReadingRectification::isRejected).count(),
        plans,
        reports);
  }

  private static boolean isRejected(LineRectification.ReportView report) {
    return report.checks().stream().anyMatch(check -> !check.passed());
  }

  private static Void plan(ResultSet row, Map<Long, Map<Long, LineRectification.PlanView>> plans)
      throws SQLException {
    Map<Long, LineRectification.PlanView> ofLine =
        plans.computeIfAbsent(row.getLong("card_line_id"), line -> new LinkedHashMap<>());
    LineRectification.PlanView plan = ofLine.get(row.getLong("id"));
    if (plan == null) {
      PlanStatus status = PlanStatus.valueOf(row.getString("status"));
      plan =
          new LineRectification.PlanView(
              row.getLong("id"),
              status,
              status.label(),
              LocalTimes.at(row, "proposed_at"),
              row.getString("proposed_by"),
              LocalTimes.at(row, "decided_at"),
              row.getString("decided_by"),
              row.getString("reason_code"),
              row.getString("reason"),
              row.getString("remark"),
              row.getBoolean("overtaken"),
              new ArrayList<>());
      ofLine.put(plan.id(), plan);
    }
    plan.measures()
        .add(
            new LineRectification.MeasureView(
                row.getInt("position"),
                row.getString("what"),
                row.getString("responsible"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("done_on", LocalDate.class)));
    return null;
  }

  private static Void report(
      ResultSet row, Map<Long, Map<Long, LineRectification.ReportView>> reports)
      throws SQLException {
    Map<Long, LineRectification.ReportView> ofLine =
        reports.computeIfAbsent(row.getLong("card_line_id"), line -> new LinkedHashMap<>());
    LineRectification.ReportView report = ofLine.get(row.getLong("id"));
    if (report == null) {
      report =
          new LineRectification.ReportView(
              row.getLong("id"),
              row.getLong("plan_id"),
              row.getObject("done_on", LocalDate.class),
              row.getString("what"),
              LocalTimes.at(row, "reported_at"),
              row.getString("reported_by"),
              new ArrayList<>());
      ofLine.put(report.id(), report);
    }
    if (row.getString("kind") != null) {
      report
          .checks()
          .add(
              new LineRectification.CheckView(
                  CheckKind.valueOf(row.getString("kind")),
                  row.getBoolean("passed"),
                  row.getString("reason_code"),
                  row.getString("reason"),
                  row.getString("remark"),
                  LocalTimes.at(row, "checked_at"),
                  row.getString("checked_by")));
    }
    return null;
  }
}
