package org.liangpai.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelStyle;

/** Answers whether a branch or unit was clear over some days; that it was asked is written down. */
@ApplicationScoped
public class CheckingStanding {

  private static final int MOST_YEARS = 10;

  private static final String BRANCH =
      """
      SELECT b.branch_name AS name, true AS above FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      WHERE b.branch_code = :code
      """;
  private static final String UNIT =
      """
      SELECT u.unit_name AS name, :whole OR trim_array(u.path, 1) && CAST(:scopeUnits AS text[]) AS above
      FROM unit u WHERE u.unit_code = :code
      """;
  private static final String CARDS =
      """
      SELECT c.level, count(*) FILTER (WHERE c.issued_on >= :from) AS issued,
          count(*) FILTER (WHERE c.issued_on < :from) AS before
      FROM card c
      LEFT JOIN branch b ON b.branch_code = coalesce(c.issued_to, c.branch_code)
      LEFT JOIN unit u ON u.unit_code = b.unit_code
      WHERE %s AND c.status <> 'WITHDRAWN' AND c.issued_on <= :to
          AND (c.issued_on >= :from OR c.status <> 'CLEARED' OR c.cleared_on >= :from)
      GROUP BY c.level
      """;

  private final Transactions transactions;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final CurrentViewer viewer;

  CheckingStanding(
      Transactions transactions, Catalogue catalogue, Auditing auditing, CurrentViewer viewer) {
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.viewer = viewer;
  }

  /** The standing of a branch from a day to a day, both included. */
  public Standing ofBranch(String code, LocalDate from, LocalDate to) {
    return check(ObjectKind.BRANCH, "支部", code, from, to);
  }

  /** The standing of a unit from a day to a day, both included. */
  public Standing ofUnit(String code, LocalDate from, LocalDate to) {
    return check(ObjectKind.UNIT, "党组织", code, from, to);
  }

  private Standing check(ObjectKind kind, String noun, String code, LocalDate from, LocalDate to) {
    if (to.isBefore(from) || from.plusYears(MOST_YEARS).isBefore(to)) {
      throw new Invalid("to", "结束日期应不早于开始日期，且相隔不超过" + MOST_YEARS + "年");
    }
    boolean ofBranch = kind == ObjectKind.BRANCH;
    return transactions.call(
        connection -> {
          String name = name(connection, ofBranch, noun, code);
          Standing standing = standing(connection, ofBranch, code, name, from, to);
          auditing.record(
              connection,
              List.of(
                  Entry.of(Act.STANDING_CHECKED, kind, code)
                      .now(Map.of("from", from, "to", to, "clear", standing.clear()))));
          return standing;
        });
  }

  private String name(Connection connection, boolean ofBranch, String noun, String code)
      throws SQLException {
    record Found(String name, boolean above) {}
    Scope scope = viewer.scope();
    String sql =
        ofBranch
            ? BRANCH + scope.condition("u.path", "b.branch_code")
            : UNIT + scope.condition("u.path");
    Found found =
        scope
            .bind(NamedStatement.of(sql))
            .with("code", code)
            .with("whole", scope.whole())
            .list(connection, row -> new Found(row.getString("name"), row.getBoolean("above")))
            .stream()
            .findFirst()
            .orElseThrow(() -> new NotFound(noun, code));
    if (!found.above()) {
      throw CaseRefused.ownUnit();
    }
    return found.name();
  }

  private Standing standing(
      Connection connection,
      boolean ofBranch,
      String code,
      String name,
      LocalDate from,
      LocalDate to)
      throws SQLException {
    // Neither a card nor a criticism goes over to the branch that a card is passed on to.
    String issued = ofBranch ? "coalesce(c.issued_to, c.branch_code)" : "c.unit_code";
    List<Standing.OfLevel> cards = cards(connection, issued + " = :code", code, from, to);
    int criticisms =
        count(
            connection,
            """
            SELECT count(*) FROM criticism k JOIN card c ON c.number = k.card_number
            WHERE %s = :code AND c.status <> 'WITHDRAWN' AND k.criticised_on BETWEEN :from AND :to
            """
                .formatted(ofBranch ? "k.branch_code" : "c.unit_code"),
            code,
            from,
            to);
    String concerns = ofBranch ? "branch_code = :code" : "unit_code = :code";
    int cases =
        count(
            connection,
            """
            SELECT count(*) FROM accountability_case
            WHERE status IN ('OPEN', 'CONCLUDED') AND decided_on BETWEEN :from AND :to AND\s"""
                + concerns,
            code,
            from,
            to);
    int proposals =
        count(
            connection,
            "SELECT count(*) FROM accountability_case WHERE status = 'PROPOSED' AND " + concerns,
            code,
            from,
            to);
    List<Standing.OfLevel> below =
        ofBranch
            ? List.of()
            : cards(connection, "u.path @> ARRAY[CAST(:code AS text)]", code, from, to);
    boolean clear = cards.isEmpty() && criticisms == 0 && cases == 0;
    return new Standing(code, name, from, to, clear, cards, criticisms, cases, proposals, below);
  }

  private List<Standing.OfLevel> cards(
      Connection connection, String of, String code, LocalDate from, LocalDate to)
      throws SQLException {
    return bound(CARDS.formatted(of), code, from, to)
        .list(
            connection,
            row ->
                new Standing.OfLevel(
                    row.getString("level"),
                    word(Level.valueOf(row.getString("level"))),
                    row.getInt("issued"),
                    row.getInt("before")))
        .stream()
        .sorted((a, b) -> Level.valueOf(b.level()).compareTo(Level.valueOf(a.level())))
        .toList();
  }

  private String word(Level level) {
    return catalogue.list().style(level).map(LevelStyle::word).orElse(level.name());
  }

  private static int count(
      Connection connection, String sql, String code, LocalDate from, LocalDate to)
      throws SQLException {
    return bound(sql, code, from, to).list(connection, row -> row.getInt(1)).get(0);
  }

  private static NamedStatement bound(String sql, String code, LocalDate from, LocalDate to) {
    return NamedStatement.of(sql).with("code", code).with("from", from).with("to", to);
  }
}
