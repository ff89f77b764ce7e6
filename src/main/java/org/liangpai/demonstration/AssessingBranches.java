package org.liangpai.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.FilingDays;
import org.liangpai.sweep.SweptMonths;
import org.liangpai.warninglist.DemonstrationCriteria;
import org.liangpai.warninglist.Domain;

/** Holds branches against the criteria of demonstration branches; the facts are told with it. */
@ApplicationScoped
public class AssessingBranches {

  private static final String FACTS =
      """
      SELECT b.branch_code, b.branch_name, u.unit_name, %s AS unit_path, b.domain,
          (SELECT d.number FROM demonstration d WHERE d.branch_code = b.branch_code AND d.status <> 'ENDED') AS number,
          b.dissolved_on IS NULL OR b.dissolved_on > :today AS standing,
          (SELECT count(*) FROM finding f WHERE f.branch_code = b.branch_code AND f.month = ANY (m.months)
              AND f.status = 'CONFIRMED' AND f.carded AND f.duty = 'BRANCH') AS confirmed,
          (SELECT count(*) FROM finding f WHERE f.branch_code = b.branch_code AND f.month = ANY (m.months)
              AND f.status = 'PENDING' AND f.carded) AS pending,
          (SELECT count(*) FROM card c WHERE c.branch_code = b.branch_code
              AND c.status NOT IN ('CLEARED', 'WITHDRAWN')) AS open_cards,
          (SELECT count(*) FROM card c WHERE c.branch_code = b.branch_code
              AND c.status = 'CLEARED' AND c.cleared_on >= :firstDay) AS cleared_cards,
          (SELECT count(*) FROM unnest(m.months, m.filing_days) AS a (month, filing_day)
              JOIN monthly_record r ON r.branch_code = b.branch_code AND r.month = a.month AND r.status = 'FILED'
                  AND r.submitted_on <= a.filing_day) AS on_time,
          (SELECT count(*) FROM monthly_record r WHERE r.branch_code = b.branch_code AND r.status = 'FILED'
              AND r.month <= :lastMonth) AS on_file
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      CROSS JOIN (SELECT CAST(:months AS date[]) AS months, CAST(:filingDays AS date[]) AS filing_days) AS m
      WHERE b.branch_code > :after
      """
          .formatted(UnitPath.text("u.path"));

  private static final String ONLY_CANDIDATES =
      """
      number IS NULL AND standing AND confirmed = 0 AND open_cards = 0 AND cleared_cards = 0
          AND (NOT :verified OR :allSwept AND pending = 0) AND (NOT :filedOnTime OR on_time = :number)
          AND on_file >= :leastOnFile
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Catalogue catalogue;
  private final SweptMonths sweptMonths;
  private final FilingDays filingDays;
  private final Clock clock;

  AssessingBranches(
      Transactions transactions,
      CurrentViewer viewer,
      Catalogue catalogue,
      SweptMonths sweptMonths,
      FilingDays filingDays,
      Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.catalogue = catalogue;
    this.sweptMonths = sweptMonths;
    this.filingDays = filingDays;
    this.clock = clock;
  }

  /** The candidates in the order of their codes, those after a code. */
  public Page<Assessment> candidates(CandidateFilter filter, String after, int limit) {
    Scope scope = viewer.scope();
    StringBuilder facts = new StringBuilder(FACTS);
    filter.unit().ifPresent(unit -> facts.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    filter.domain().ifPresent(domain -> facts.append(" AND b.domain = :domain"));
    facts.append(scope.condition("u.path", "b.branch_code"));
    String sql =
        "SELECT * FROM (%s) AS facts WHERE %s ORDER BY branch_code LIMIT :limit"
            .formatted(facts, ONLY_CANDIDATES);
    AskedMonths months = months();
    List<Assessment> found =
        transactions.call(
            connection ->
                bound(sql, scope, months)
                    .with("after", after)
                    .with("unit", filter.unit().orElse(null))
                    .with("domain", filter.domain().orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, row -> assessment(row, months)));
    return Page.of(found, limit, Assessment::branchCode);
  }

  /**
   * One branch, be it a candidate or not.
   *
   * @throws NotFound if there is none in the viewer's scope
   */
  public Assessment of(String branchCode) {
    return transactions.call(connection -> of(connection, branchCode));
  }

  /** The same in a transaction that is under way. */
  Assessment of(Connection connection, String branchCode) throws SQLException {
    Scope scope = viewer.scope();
    AskedMonths months = months();
    String sql =
        FACTS + " AND b.branch_code = :branch" + scope.condition("u.path", "b.branch_code");
    return bound(sql, scope, months)
        .with("after", "")
        .with("branch", branchCode)
        .list(connection, row -> assessment(row, months))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("支部", branchCode));
  }

  private AskedMonths months() {
    Set<YearMonth> swept = sweptMonths.all();
    YearMonth last =
        swept.stream()
            .max(YearMonth::compareTo)
            .orElseGet(() -> YearMonth.now(clock).minusMonths(1));
    return AskedMonths.until(last, criteria().cleanMonths(), swept, filingDays::of);
  }

  private DemonstrationCriteria criteria() {
    return catalogue.list().demonstration();
  }

  private NamedStatement bound(String sql, Scope scope, AskedMonths months) {
    return scope
        .bind(NamedStatement.of(sql))
        .with("today", LocalDate.now(clock))
        .with("months", months.monthTexts())
        .with("filingDays", months.filingDayTexts())
        .with("firstDay", months.firstDay())
        .with("lastMonth", months.lastMonth())
        .with("verified", criteria().verified())
        .with("allSwept", months.notSwept().isEmpty())
        .with("filedOnTime", criteria().filedOnTime())
        .with("number", months.number())
        .with("leastOnFile", criteria().leastMonthsOnFile());
  }

  private Assessment assessment(ResultSet row, AskedMonths months) throws SQLException {
    List<Criterion> criteria =
        new BranchFacts(
                row.getBoolean("standing"),
                row.getInt("confirmed"),
                row.getInt("pending"),
                row.getInt("open_cards"),
                row.getInt("cleared_cards"),
                row.getInt("on_time"),
                row.getInt("on_file"))
            .criteria(criteria(), months);
    String number = row.getString("number");
    String domain = row.getString("domain");
    return new Assessment(
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("unit_name"),
        row.getString("unit_path"),
        catalogue.list().domain(domain).map(Domain::label).orElse(domain),
        number,
        number == null && criteria.stream().allMatch(Criterion::met),
        criteria);
  }
}
