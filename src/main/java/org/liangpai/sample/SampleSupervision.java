package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.supervision.AssigningSupervision;
import org.liangpai.supervision.AssignmentKind;
import org.liangpai.supervision.ItemOutcome;
import org.liangpai.supervision.Taking;
import org.liangpai.supervision.VisitReport;
import org.liangpai.supervision.WritingVisits;

/**
 * The demonstration's leader and supervisor take branches with a card at the end of the history,
 * and visit them: only somebody who has an account and holds a post can be assigned.
 */
@ApplicationScoped
class SampleSupervision {

  private static final int UNTIL_THE_NEXT = 15;
  private static final int MOST = 5;

  /** Branches with an open card that lie in what a post of the role covers. */
  private static final String BRANCHES =
      """
      SELECT DISTINCT a.name, b.branch_code FROM account a JOIN post p ON p.account_id = a.id
      JOIN unit u ON p.unit_code = ANY (u.path) OR p.branch_code IS NOT NULL
      JOIN branch b ON b.unit_code = u.unit_code AND (p.branch_code IS NULL OR p.branch_code = b.branch_code)
      JOIN card c ON c.branch_code = b.branch_code AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
      WHERE a.demonstration AND p.role = :role ORDER BY 1, 2 LIMIT :most
      """;

  private static final String TAKEN =
      """
      SELECT s.account, s.branch_code, (SELECT max(l.id) FROM card_line l WHERE l.branch_code = s.branch_code AND l.open)
      FROM supervision_assignment s WHERE s.kind = :kind AND s.ended_at IS NULL
          AND NOT EXISTS (SELECT FROM visit v WHERE v.branch_code = s.branch_code) ORDER BY 1, 2
      """;

  private record Taken(String account, String branch, long line) {}

  private final Transactions transactions;
  private final AssigningSupervision assigning;
  private final WritingVisits visits;
  private final SampleActors actors;
  private final CurrentViewer viewer;
  private final WorkingCalendar calendar;
  private final Clock clock;

  SampleSupervision(
      Transactions transactions,
      AssigningSupervision assigning,
      WritingVisits visits,
      SampleActors actors,
      CurrentViewer viewer,
      WorkingCalendar calendar,
      Clock clock) {
    this.transactions = transactions;
    this.assigning = assigning;
    this.visits = visits;
    this.actors = actors;
    this.viewer = viewer;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Lets them take branches, and visit those that nobody has visited. */
  void begin() {
    LocalDate today = LocalDate.now(clock);
    for (AssignmentKind kind : AssignmentKind.values()) {
      assign(kind, today);
      taken(kind).forEach(one -> visit(kind, one, today));
    }
  }

  private void assign(AssignmentKind kind, LocalDate today) {
    transactions
        .call(
            connection ->
                NamedStatement.of(BRANCHES)
                    .with("role", kind.role().name())
                    .with("most", MOST)
                    .list(connection, row -> List.of(row.getString(1), row.getString(2))))
        .forEach(
            one ->
                actors.tries(
                    Role.COUNTY_OFFICER,
                    () ->
                        assigning.assign(
                            new Taking(
                                kind, one.get(0), List.of(one.get(1)), today, null, "示例：有未摘的牌"))));
  }

  private List<Taken> taken(AssignmentKind kind) {
    return transactions.call(
        connection ->
            NamedStatement.of(TAKEN)
                .with("kind", kind.name())
                .list(
                    connection,
                    row -> new Taken(row.getString(1), row.getString(2), row.getLong(3))));
  }

  private void visit(AssignmentKind kind, Taken one, LocalDate today) {
    List<VisitReport.Finding> findings =
        kind != AssignmentKind.SUPERVISOR || one.line() == 0
            ? List.of()
            : List.of(new VisitReport.Finding(one.line(), ItemOutcome.IN_PART, "示例：已有部署，正在办"));
    VisitReport report =
        new VisitReport(
            one.branch(),
            today,
            List.of("支部书记"),
            "示例：看了会议记录和整改措施",
            "示例：月底前完成剩余事项",
            calendar.plusWorkingDays(today, UNTIL_THE_NEXT).day(),
            findings);
    Viewer visitor =
        new Viewer(one.account(), List.of(new HeldPost(kind.role(), null, Scope.WHOLE)), null);
    actors.tries(kind.role(), () -> viewer.as(visitor, Scope.WHOLE, () -> visits.write(report)));
  }
}
