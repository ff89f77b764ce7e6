package org.liangpai.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;

/** Reads the weak and the strong branches of the viewer's scope, in the order of their codes. */
@ApplicationScoped
class PairingPool {

  private static final String WEAK =
      """
      SELECT b.branch_code, b.branch_name, u.unit_name, u.path, b.domain, gravest.number, gravest.level,
          ARRAY(SELECT DISTINCT split_part(l.item, '-', 1) FROM card_line l JOIN card c ON c.number = l.card_number
              WHERE c.branch_code = b.branch_code AND l.open) AS dimensions
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      JOIN LATERAL (SELECT c.number, c.level FROM card c
          WHERE c.branch_code = b.branch_code AND c.level IN ('ORANGE', 'RED')
              AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
          ORDER BY c.level = 'RED' DESC, c.issued_on, c.number LIMIT 1) AS gravest ON true
      WHERE (b.dissolved_on IS NULL OR b.dissolved_on > :today)
      """;

  private static final String STRONG =
      """
      SELECT b.branch_code, b.branch_name, u.unit_name, u.path, b.domain,
          EXISTS (SELECT FROM demonstration d WHERE d.branch_code = b.branch_code AND d.status = 'IN_FORCE')
              AS demonstration,
          ARRAY(SELECT DISTINCT split_part(f.item, '-', 1) FROM finding f WHERE f.branch_code = b.branch_code
              AND f.month BETWEEN :first AND :last AND f.status = 'CONFIRMED' AND f.carded) AS slips
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      WHERE (b.dissolved_on IS NULL OR b.dissolved_on > :today)
      """;

  /** In no pairing, on neither side; a pair that only the roster names counts like any other. */
  private static final String FREE =
      """
       AND NOT EXISTS (SELECT FROM paired_branch p WHERE p.branch_code = b.branch_code)
          AND b.branch_code NOT IN (SELECT r.branch_code FROM pairs_on_roster(:today) AS r)
      """;

  private static final String HELPING =
      """
       AND EXISTS (SELECT FROM pairing p WHERE p.ended_at IS NULL AND p.strong_code = b.branch_code)
      """;

  private static final String READY =
      """
       AND NOT EXISTS (SELECT FROM card c WHERE c.branch_code = b.branch_code
              AND c.status NOT IN ('CLEARED', 'WITHDRAWN'))
          AND (SELECT count(*) FROM monthly_record r WHERE r.branch_code = b.branch_code AND r.status = 'FILED'
              AND r.month BETWEEN :first AND :last) = :months
      """
          + FREE;

  private static final String PAIRED =
      """
      SELECT s.code, s.other, true FROM pairing p
      CROSS JOIN LATERAL (VALUES (p.weak_code, p.strong_code), (p.strong_code, p.weak_code)) AS s (code, other)
      WHERE p.ended_at IS NULL AND s.code = ANY (CAST(:codes AS text[]))
      UNION ALL
      SELECT r.branch_code, r.other_code, false FROM pairs_on_roster(:today) AS r
      WHERE r.branch_code = ANY (CAST(:codes AS text[]))
      ORDER BY 1, 2
      """;

  private static final String OF_CODES = " AND b.branch_code = ANY (CAST(:codes AS text[]))";

  /** The months by which strength is judged. */
  record Months(YearMonth first, YearMonth last, int number) {

    static Months until(YearMonth last, int number) {
      return new Months(last.minusMonths(number - 1L), last, number);
    }
  }

  private final CurrentViewer viewer;
  private final Clock clock;

  PairingPool(CurrentViewer viewer, Clock clock) {
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * A branch that is paired already.
   *
   * @param other with whom
   * @param accepted whether people accepted it here; else the roster alone names it
   */
  record Paired(String code, String other, boolean accepted) {}

  /** The weak branches that are in no pairing yet. */
  List<WeakBranch> weak(Connection connection) throws SQLException {
    return weak(connection, FREE, List.of());
  }

  /** The weak branches that help somebody themselves. */
  List<WeakBranch> weakHelpers(Connection connection) throws SQLException {
    return weak(connection, HELPING, List.of());
  }

  /** Those of some branches that have an orange or red card, whoever helps them. */
  List<WeakBranch> weak(Connection connection, Collection<String> codes) throws SQLException {
    return weak(connection, OF_CODES, codes);
  }

  /** The branches that may help somebody. */
  List<StrongBranch> strong(Connection connection, Months months) throws SQLException {
    return strong(connection, months, READY, List.of());
  }

  /** Some branches as they are, whether or not they would be suggested. */
  List<StrongBranch> strong(Connection connection, Months months, Collection<String> codes)
      throws SQLException {
    return strong(connection, months, OF_CODES, codes);
  }

  /** With whom some branches are paired today, on whichever side. */
  List<Paired> paired(Connection connection, Collection<String> codes) throws SQLException {
    return NamedStatement.of(PAIRED)
        .with("codes", codes.toArray(String[]::new))
        .with("today", LocalDate.now(clock))
        .list(connection, row -> new Paired(row.getString(1), row.getString(2), row.getBoolean(3)));
  }

  private List<WeakBranch> weak(Connection connection, String condition, Collection<String> codes)
      throws SQLException {
    Scope scope = viewer.scope();
    String sql =
        WEAK + condition + scope.condition("u.path", "b.branch_code") + " ORDER BY b.branch_code";
    return scope
        .bind(NamedStatement.of(sql))
        .with("today", LocalDate.now(clock))
        .with("codes", codes.toArray(String[]::new))
        .list(
            connection,
            row ->
                new WeakBranch(
                    row.getString("branch_code"),
                    row.getString("branch_name"),
                    row.getString("unit_name"),
                    texts(row, "path"),
                    row.getString("domain"),
                    row.getString("number"),
                    row.getString("level"),
                    new TreeSet<>(texts(row, "dimensions"))));
  }

  private List<StrongBranch> strong(
      Connection connection, Months months, String condition, Collection<String> codes)
      throws SQLException {
    Scope scope = viewer.scope();
    String sql =
        STRONG + condition + scope.condition("u.path", "b.branch_code") + " ORDER BY b.branch_code";
    return scope
        .bind(NamedStatement.of(sql))
        .with("today", LocalDate.now(clock))
        .with("first", months.first().atDay(1))
        .with("last", months.last().atDay(1))
        .with("months", months.number())
        .with("codes", codes.toArray(String[]::new))
        .list(
            connection,
            row ->
                new StrongBranch(
                    row.getString("branch_code"),
                    row.getString("branch_name"),
                    row.getString("unit_name"),
                    texts(row, "path"),
                    row.getString("domain"),
                    row.getBoolean("demonstration"),
                    new TreeSet<>(texts(row, "slips"))));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }
}
