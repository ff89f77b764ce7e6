package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Recusal;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Neutral;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.ItemText;
import org.liangpai.sweep.Json;

/** Reads the findings of the viewer's scope, page by page or as one stream. */
@ApplicationScoped
public class ListingFindings {

  private static final String SELECT =
      """
      SELECT f.id, f.branch_code, b.branch_name, %s AS unit_path, f.month, f.item,
          e.content, f.duty, f.carded, f.level, f.running, f.status, f.sentence, f.judged_values, f.limits,
          f.working_days, f.list_fingerprint, f.record_version, f.roster_version, f.found_in, f.found_at,
          f.verify_due_on, f.still_hit, f.decided_at, f.decided_by, f.reason, card.number AS card_number,
          card.month <> f.month AS card_stood,
          verifier.unit_code AS verifier, verifier.unit_name AS verifier_name, %s AS mine,
          CASE f.duty WHEN 'UNIT' THEN (
              SELECT jsonb_agg(jsonb_build_object('at', to_char(said.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'),
                  'actor', said.actor, 'text', said.said) ORDER BY said.id)
              FROM finding_comment said WHERE said.finding_id = f.id) END AS comments
      FROM finding f
      JOIN branch b ON b.branch_code = f.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      %s
      JOIN item_edition e ON e.list_fingerprint = f.list_fingerprint AND e.item = f.item
      LEFT JOIN card_observation o ON o.finding_id = f.id
      LEFT JOIN card_line line ON line.id = o.card_line_id
      """
          .formatted(UnitPath.text("u.path"), VerifierSql.MINE, VerifierSql.UNITS);

  private static final String OF_BRANCHES =
      """
      FROM finding f
      JOIN branch b ON b.branch_code = f.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      """
          + VerifierSql.UNITS;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Recusal recusal;
  private final Auditing auditing;

  ListingFindings(
      Transactions transactions, CurrentViewer viewer, Recusal recusal, Auditing auditing) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.recusal = recusal;
    this.auditing = auditing;
  }

  /** The findings after an id, in the order of their ids, at most so many. */
  public Page<FindingView> list(FindingFilter filter, long after, int limit) {
    Scope scope = viewer.scope();
    String sql =
        select(scope)
            + "WHERE f.id > :after"
            + conditions(filter, scope)
            + " ORDER BY f.id LIMIT :limit";
    List<FindingView> read =
        transactions.call(
            connection ->
                narrowed(sql, filter, scope)
                    .with("after", after)
                    .with("limit", Page.read(limit))
                    .list(connection, ListingFindings::view));
    return Page.of(read, limit, FindingView::id);
  }

  /**
   * All wanted findings of the branches after the given one, by branch, month and item; at most so
   * many branches.
   */
  public List<FindingView> ofBranches(FindingFilter filter, String after, int branches) {
    Scope scope = viewer.scope();
    String sql =
        select(scope)
            + """
            WHERE f.branch_code IN (
                SELECT DISTINCT f.branch_code %2$s
                WHERE f.branch_code > :after %1$s ORDER BY 1 LIMIT :branches) %1$s
            ORDER BY f.branch_code, f.month, f.item
            """
                .formatted(conditions(filter, scope), OF_BRANCHES);
    return transactions.call(
        connection ->
            narrowed(sql, filter, scope)
                .with("after", after)
                .with("branches", branches)
                .list(connection, ListingFindings::view));
  }

  /** How many findings are wanted. */
  public int count(FindingFilter filter) {
    Scope scope = viewer.scope();
    String sql = "SELECT count(*) " + OF_BRANCHES + "WHERE true" + conditions(filter, scope);
    return transactions.call(
        connection -> narrowed(sql, filter, scope).list(connection, row -> row.getInt(1)).get(0));
  }

  /** The card of a unit is not shown to whoever sees only some of its branches. */
  private static String select(Scope scope) {
    return SELECT
        + """
        LEFT JOIN card ON card.number = line.card_number AND (card.branch_code IS NOT NULL
            OR EXISTS (SELECT FROM unit holder WHERE holder.unit_code = card.unit_code%s))
        """
            .formatted(scope.condition("holder.path"));
  }

  private static String conditions(FindingFilter filter, Scope scope) {
    StringBuilder where = new StringBuilder();
    filter.month().ifPresent(month -> where.append(" AND f.month = :month"));
    filter.branch().ifPresent(branch -> where.append(" AND f.branch_code = :branch"));
    filter.unit().ifPresent(unit -> where.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    filter.item().ifPresent(item -> where.append(" AND f.item = :item"));
    filter.level().ifPresent(level -> where.append(" AND f.level = :level"));
    filter.status().ifPresent(status -> where.append(" AND f.status = :status"));
    if (filter.mine()) {
      where.append(" AND f.carded AND ").append(VerifierSql.MINE);
    }
    filter
        .verifyDueBefore()
        .ifPresent(day -> where.append(" AND f.carded AND f.verify_due_on < :dueBefore"));
    return where.append(scope.condition("u.path", "b.branch_code")).toString();
  }

  private NamedStatement narrowed(String sql, FindingFilter filter, Scope scope) {
    return VerifierSql.bind(scope.bind(NamedStatement.of(sql)), viewer.viewer(), recusal.own())
        .with("month", filter.month().map(month -> month.atDay(1)).orElse(null))
        .with("branch", filter.branch().orElse(null))
        .with("unit", filter.unit().orElse(null))
        .with("item", filter.item().orElse(null))
        .with("level", filter.level().map(Enum::name).orElse(null))
        .with("status", filter.status().map(Enum::name).orElse(null))
        .with("dueBefore", filter.verifyDueBefore().orElse(null));
  }

  /** One finding; a missing one is {@link NotFound}. */
  public FindingView get(long id) {
    Scope scope = viewer.scope();
    String sql = select(scope) + "WHERE f.id = :id" + scope.condition("u.path", "b.branch_code");
    return transactions.call(
        connection ->
            VerifierSql.bind(scope.bind(NamedStatement.of(sql)), viewer.viewer(), recusal.own())
                .with("id", id)
                .list(connection, ListingFindings::view)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("疑似问题", id)));
  }

  /** Writes every hit of a month, whatever its status, as CSV sorted by branch and item. */
  public void writeCsv(YearMonth month, Writer out) {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT branch_code, item, level, running, status FROM finding WHERE month = :month %s
        ORDER BY branch_code COLLATE "C", item COLLATE "C"
        """
            .formatted(scope.ofBranch("finding.branch_code"));
    transactions.call(
        connection -> {
          auditing.record(connection, List.of(Entry.of(Act.EXPORTED, ObjectKind.FINDING, month)));
          write(out, "branchCode,item,level,running,status\n");
          scope
              .bind(NamedStatement.of(sql))
              .with("month", month.atDay(1))
              .each(
                  connection,
                  row ->
                      write(
                          out,
                          quoted(row.getString(1))
                              + ','
                              + row.getString(2)
                              + ','
                              + row.getString(3)
                              + ','
                              + row.getInt(4)
                              + ','
                              + row.getString(5)
                              + '\n'));
          return null;
        });
  }

  private static Void write(Writer out, String text) {
    try {
      out.write(text);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Codes have no blanks or slashes, but may have commas and quotes, and begin with anything. */
  private static String quoted(String code) {
    String text = Neutral.make(code);
    return text.matches("[^,\"]+") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static List<FindingComment> comments(String json) {
    return json == null ? List.of() : List.of(Json.read(json, FindingComment[].class));
  }

  private static FindingView view(ResultSet row) throws SQLException {
    return new FindingView(
        row.getLong("id"),
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("unit_path"),
        YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
        row.getString("item"),
        Json.read(row.getString("content"), ItemText.class),
        row.getString("duty"),
        row.getBoolean("carded"),
        row.getString("level"),
        row.getInt("running"),
        FindingStatus.valueOf(row.getString("status")),
        row.getString("sentence"),
        Json.map(row.getString("judged_values")),
        Json.map(row.getString("limits")),
        row.getInt("working_days"),
        row.getString("list_fingerprint"),
        row.getObject("record_version", Integer.class),
        row.getInt("roster_version"),
        row.getString("found_in"),
        LocalTimes.at(row, "found_at"),
        row.getBoolean("carded") ? row.getObject("verify_due_on", LocalDate.class) : null,
        row.getBoolean("still_hit"),
        LocalTimes.at(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("reason"),
        row.getString("verifier"),
        row.getString("verifier_name"),
        row.getBoolean("mine"),
        comments(row.getString("comments")),
        row.getString("card_number"),
        row.getBoolean("card_stood"));
  }
}
