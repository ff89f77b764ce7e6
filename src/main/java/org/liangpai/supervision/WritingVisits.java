package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.PathSegment;
import org.liangpai.shared.Transactions;

/** Writes visits down, once for a branch, visitor and day unless they withdrew it. */
@ApplicationScoped
public class WritingVisits {

  /**
   * A supervisor who is contact leader as well writes as supervisor. What was ended counts up to
   * the day on which that was done.
   */
  private static final String ASSIGNED =
      """
      SELECT a.kind FROM supervision_assignment a
      WHERE a.account = :account AND a.branch_code = :branch
        AND a.from_on <= :day AND (a.to_on IS NULL OR a.to_on >= :day)
        AND (a.ended_at IS NULL OR CAST(a.ended_at AT TIME ZONE :zone AS date) >= :day)
      ORDER BY a.kind DESC LIMIT 1
      """;

  private static final String OPEN =
      """
      SELECT l.id FROM card_line l JOIN card c ON c.number = l.card_number
      WHERE c.branch_code = :branch AND l.open AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
      """;

  private static final String INSERT =
      """
      INSERT INTO visit (branch_code, kind, account, visited_on, met, seen, agreed, next_on, written_at)
      VALUES (:branch, :kind, :account, :day, CAST(:met AS text[]), :seen, CAST(:agreed AS text), CAST(:next AS date), :now)
      ON CONFLICT (branch_code, kind, account, visited_on) WHERE withdrawn_at IS NULL DO NOTHING RETURNING id
      """;

  private static final String SAME =
      """
      SELECT id FROM visit WHERE branch_code = :branch AND kind = :kind AND account = :account
        AND visited_on = :day AND withdrawn_at IS NULL AND met = CAST(:met AS text[]) AND seen = :seen
        AND agreed IS NOT DISTINCT FROM CAST(:agreed AS text) AND next_on IS NOT DISTINCT FROM CAST(:next AS date)
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final Notifying notifying;
  private final Clock clock;

  WritingVisits(
      Transactions transactions,
      CurrentViewer viewer,
      Catalogue catalogue,
      Auditing auditing,
      Notifying notifying,
      Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.notifying = notifying;
    this.clock = clock;
  }

  /**
   * Writes it down; the same again changes nothing.
   *
   * @return the id of the visit
   * @throws Invalid if the day is to come, or somebody was met who is not on the list
   * @throws NotFound if the branch is not in the viewer's scope
   * @throws VisitRefused if the viewer did not take the branch on that day, or wrote otherwise
   */
  public long write(VisitReport report) {
    if (report.visitedOn().isAfter(LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))) {
      throw new Invalid("visitedOn", "走访日期不能晚于今天");
    }
    List<String> posts = catalogue.list().supervision().met();
    if (!posts.containsAll(report.met())) {
      throw new Invalid("met", "见了谁只能按职务填写，可以是：" + String.join("、", posts));
    }
    return transactions.call(connection -> write(connection, report));
  }

  private long write(Connection connection, VisitReport report) throws SQLException {
    String branch = branchName(connection, report.branch());
    AssignmentKind kind =
        NamedStatement.of(ASSIGNED)
            .with("account", viewer.account())
            .with("branch", report.branch())
            .with("day", report.visitedOn())
            .with("zone", ClockProducer.ZONE.getId())
            .list(connection, row -> AssignmentKind.valueOf(row.getString(1)))
            .stream()
            .findFirst()
            .orElseThrow(() -> VisitRefused.notAssigned(branch, report.visitedOn()));
    Optional<Long> added = first(connection, INSERT, report, kind);
    if (added.isEmpty()) {
      return same(connection, report, kind)
          .orElseThrow(() -> VisitRefused.written(report.visitedOn()));
    }
    addFindings(connection, report, kind, added.get());
    auditing.record(
        connection,
        List.of(Entry.of(Act.VISIT_WRITTEN, ObjectKind.VISIT, added.get()).now(described(report))));
    if (report.agreed() != null) {
      tell(connection, report, kind, added.get());
    }
    return added.get();
  }

  private String branchName(Connection connection, String code) throws SQLException {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT b.branch_name FROM branch b JOIN unit u ON u.unit_code = b.unit_code
        WHERE b.branch_code = :code
        """
            + scope.condition("u.path", "b.branch_code");
    return scope
        .bind(NamedStatement.of(sql))
        .with("code", code)
        .list(connection, row -> row.getString(1))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("支部", code));
  }

  private Optional<Long> first(
      Connection connection, String sql, VisitReport report, AssignmentKind kind)
      throws SQLException {
    return NamedStatement.of(sql)
        .with("branch", report.branch())
        .with("kind", kind.name())
        .with("account", viewer.account())
        .with("day", report.visitedOn())
        .with("met", report.met().toArray(String[]::new))
        .with("seen", report.seen())
        .with("agreed", report.agreed())
        .with("next", report.nextOn())
        .with("now", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
        .list(connection, row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  private Optional<Long> same(Connection connection, VisitReport report, AssignmentKind kind)
      throws SQLException {
    Optional<Long> visit = first(connection, SAME, report, kind);
    return visit.isPresent()
            && findings(connection, visit.get()).equals(Set.copyOf(report.findings()))
        ? visit
        : Optional.empty();
  }

  private static Set<VisitReport.Finding> findings(Connection connection, long visit)
      throws SQLException {
    return new HashSet<>(
        NamedStatement.of(
                "SELECT card_line_id, outcome, text FROM visit_finding WHERE visit_id = :visit")
            .with("visit", visit)
            .list(
                connection,
                row ->
                    new VisitReport.Finding(
                        row.getLong(1), ItemOutcome.valueOf(row.getString(2)), row.getString(3))));
  }

  private void addFindings(
      Connection connection, VisitReport report, AssignmentKind kind, long visit)
      throws SQLException {
    if (report.findings().isEmpty()) {
      return;
    }
    if (kind != AssignmentKind.SUPERVISOR) {
      throw VisitRefused.notForLeaders();
    }
    Set<Long> open =
        new HashSet<>(
            NamedStatement.of(OPEN)
                .with("branch", report.branch())
                .list(connection, row -> row.getLong(1)));
    for (VisitReport.Finding finding : report.findings()) {
      if (!open.contains(finding.line())) {
        throw VisitRefused.notOpen(finding.line());
      }
      NamedStatement.of(
              """
              INSERT INTO visit_finding (visit_id, card_line_id, outcome, text)
              VALUES (:visit, :line, :outcome, :text)
              """)
          .with("visit", visit)
          .with("line", finding.line())
          .with("outcome", finding.outcome().name())
          .with("text", finding.text())
          .execute(connection);
    }
  }

  private void tell(Connection connection, VisitReport report, AssignmentKind kind, long visit)
      throws SQLException {
    String next = report.nextOn() == null ? "" : "下次走访约定在 " + report.nextOn() + "。";
    notifying.tell(
        connection,
        List.of(
            new Notice(
                "VISIT_AGREED " + visit,
                NoticeKind.SUPERVISION,
                "走访商定了要办的事",
                "%s 于 %s 走访时商定：%s。%s"
                    .formatted(
                        kind.label(),
                        report.visitedOn(),
                        report.agreed().replaceAll("[。；;.]+$", ""),
                        next),
                "/supervision/branches/" + PathSegment.of(report.branch()),
                List.of(Addressee.secretary(report.branch())))));
  }

  private static Map<String, ?> described(VisitReport report) {
    Map<String, Object> all = new HashMap<>();
    all.put("branch", report.branch());
    all.put("visitedOn", report.visitedOn());
    all.put("met", report.met());
    if (report.nextOn() != null) {
      all.put("nextOn", report.nextOn());
    }
    report
        .findings()
        .forEach(finding -> all.put("line " + finding.line(), finding.outcome().name()));
    return all;
  }
}
