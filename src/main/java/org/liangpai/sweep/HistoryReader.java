package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.Table;
import org.liangpai.evaluation.BranchHistory;
import org.liangpai.evaluation.CardSpan;
import org.liangpai.evaluation.Ground;
import org.liangpai.evaluation.RecordOnFile;
import org.liangpai.evaluation.RosterVersion;
import org.liangpai.shared.ClockProducer;
import org.liangpai.warninglist.Level;

/**
 * Reads what is on file of a range of branches: a fixed number of queries for a range, whatever its
 * size.
 */
@ApplicationScoped
class HistoryReader {

  /**
   * A run looks back eleven months, and the earliest of them is judged with the eleven before it.
   */
  private static final int MONTHS_BACK = 22;

  private static final int FETCH = 2_000;
  private static final String VISITS = "liaisonVisits";

  /** A range of branch codes, both ends included. */
  record Range(String first, String last) {}

  private final FilingDays filingDays;

  HistoryReader(FilingDays filingDays) {
    this.filingDays = filingDays;
  }

  /** What holds for all branches that are judged for a month. */
  Ground ground(Connection connection, YearMonth month) throws SQLException {
    return new Ground(historyStart(connection, month), filingDays::of);
  }

  /**
   * The first month for which any branch has a record on file; the month itself if there is none.
   */
  private static YearMonth historyStart(Connection connection, YearMonth month)
      throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT min(month) FROM monthly_record WHERE status = 'FILED'");
        ResultSet result = select.executeQuery()) {
      result.next();
      LocalDate first = result.getObject(1, LocalDate.class);
      return first == null ? month : YearMonth.from(first);
    }
  }

  /** The next branches on the roster after a code. */
  Optional<Range> rangeAfter(Connection connection, String after, int size) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT min(branch_code), max(branch_code)
            FROM (SELECT branch_code FROM branch WHERE branch_code > ? ORDER BY branch_code LIMIT ?) AS next
            """)) {
      select.setString(1, after);
      select.setInt(2, size);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        String first = result.getString(1);
        return first == null
            ? Optional.empty()
            : Optional.of(new Range(first, result.getString(2)));
      }
    }
  }

  /** The histories of the branches of a range, in the order of their codes. */
  List<BranchHistory> read(Connection connection, Range range, YearMonth month)
      throws SQLException {
    Map<String, List<RosterVersion>> versions = versions(connection, range);
    spans(connection, range)
        .forEach(
            (branch, spans) ->
                spans.forEach(
                    span -> versions.computeIfPresent(branch, (code, on) -> span.in(on))));
    Map<String, Map<YearMonth, List<Row>>> meetings = meetings(connection, range, month);
    Map<String, NavigableMap<YearMonth, RecordOnFile>> records =
        records(connection, range, month, meetings);
    Map<String, List<CardSpan>> cards = cards(connection, range);
    Map<String, Map<YearMonth, Set<String>>> dismissed = dismissed(connection, range, month);
    return versions.entrySet().stream()
        .map(
            entry ->
                new BranchHistory(
                    entry.getKey(),
                    entry.getValue(),
                    records.getOrDefault(entry.getKey(), new TreeMap<>()),
                    cards.getOrDefault(entry.getKey(), List.of()),
                    dismissed.getOrDefault(entry.getKey(), Map.of())))
        .sorted(Comparator.comparing(BranchHistory::branchCode))
        .toList();
  }

  private static Map<String, List<RosterVersion>> versions(Connection connection, Range range)
      throws SQLException {
    String sql =
        "SELECT "
            + RowColumns.list(Table.BRANCHES)
            + ", version, effective_on FROM branch_version"
            + " WHERE branch_code BETWEEN ? AND ? ORDER BY branch_code";
    Map<String, List<RosterVersion>> versions = new LinkedHashMap<>();
    int next = Table.BRANCHES.fields().size() + 1;
    select(
        connection,
        sql,
        range,
        result -> {
          Row row = RowColumns.read(result, Table.BRANCHES);
          versions
              .computeIfAbsent(row.text("branchCode"), code -> new ArrayList<>())
              .add(
                  new RosterVersion(
                      result.getInt(next), result.getObject(next + 1, LocalDate.class), row));
        });
    return versions;
  }

  private static Map<String, List<RosterSpan>> spans(Connection connection, Range range)
      throws SQLException {
    String sql =
        """
        SELECT branch_code, field, value, from_on, until FROM (
          SELECT weak_code, 'pairedBranchCode', strong_code, from_on, ended_on FROM pairing
          UNION ALL
          SELECT branch_code, 'liaisonLeader', account, from_on,
            least(to_on + 1, CAST(ended_at AT TIME ZONE '%s' AS date))
          FROM supervision_assignment WHERE kind = 'CONTACT_LEADER') AS known (branch_code, field, value, from_on, until)
        WHERE branch_code BETWEEN ? AND ? ORDER BY branch_code, field, from_on, value
        """
            .formatted(ClockProducer.ZONE.getId());
    Map<String, List<RosterSpan>> spans = new HashMap<>();
    select(
        connection,
        sql,
        range,
        result ->
            spans
                .computeIfAbsent(result.getString(1), code -> new ArrayList<>())
                .add(
                    new RosterSpan(
                        result.getString(2),
                        result.getString(3),
                        result.getObject(4, LocalDate.class),
                        result.getObject(5, LocalDate.class))));
    return spans;
  }

  private static Map<String, NavigableMap<YearMonth, RecordOnFile>> records(
      Connection connection,
      Range range,
      YearMonth month,
      Map<String, Map<YearMonth, List<Row>>> meetings)
      throws SQLException {
    String sql =
        "SELECT "
            + RowColumns.list(Table.RECORDS)
            + ", version FROM monthly_record WHERE branch_code BETWEEN ? AND ?"
            + " AND month BETWEEN ? AND ? AND status = 'FILED'";
    Map<String, Map<YearMonth, Integer>> visits = visits(connection, range, month);
    Map<String, NavigableMap<YearMonth, RecordOnFile>> records = new HashMap<>();
    select(
        connection,
        sql,
        range,
        result -> {
          Row row = RowColumns.read(result, Table.RECORDS);
          String branch = row.text("branchCode");
          YearMonth of = row.month("month");
          List<Row> held = meetings.getOrDefault(branch, Map.of()).getOrDefault(of, List.of());
          int version = result.getInt(Table.RECORDS.fields().size() + 1);
          records
              .computeIfAbsent(branch, code -> new TreeMap<>())
              .put(
                  of,
                  new RecordOnFile(
                      version,
                      withVisits(row, visits.getOrDefault(branch, Map.of()).getOrDefault(of, 0)),
                      held));
        },
        month.minusMonths(MONTHS_BACK),
        month);
    return records;
  }

  /** Visits that contact leaders wrote down count even if the branch did not report them. */
  private static Row withVisits(Row row, int written) {
    Integer reported = row.integer(VISITS);
    return written > (reported == null ? 0 : reported) ? row.with(VISITS, written) : row;
  }

  private static Map<String, Map<YearMonth, Integer>> visits(
      Connection connection, Range range, YearMonth month) throws SQLException {
    String sql =
        """
        SELECT branch_code, CAST(date_trunc('month', visited_on) AS date), count(*) FROM visit
        WHERE branch_code BETWEEN ? AND ? AND visited_on BETWEEN ? AND ?
          AND kind = 'CONTACT_LEADER' AND withdrawn_at IS NULL GROUP BY 1, 2
        """;
    Map<String, Map<YearMonth, Integer>> visits = new HashMap<>();
    select(
        connection,
        sql,
        range,
        result ->
            visits
                .computeIfAbsent(result.getString(1), code -> new HashMap<>())
                .put(YearMonth.from(result.getObject(2, LocalDate.class)), result.getInt(3)),
        month.minusMonths(MONTHS_BACK),
        month.plusMonths(1));
    return visits;
  }

  private static Map<String, Map<YearMonth, List<Row>>> meetings(
      Connection connection, Range range, YearMonth month) throws SQLException {
    String sql =
        "SELECT "
            + RowColumns.list(Table.MEETINGS)
            + " FROM meeting WHERE branch_code BETWEEN ? AND ? AND month BETWEEN ? AND ?"
            + " ORDER BY branch_code, month, held_on, ordinal";
    Map<String, Map<YearMonth, List<Row>>> meetings = new HashMap<>();
    select(
        connection,
        sql,
        range,
        result -> {
          Row row = RowColumns.read(result, Table.MEETINGS);
          meetings
              .computeIfAbsent(row.text("branchCode"), code -> new HashMap<>())
              .computeIfAbsent(row.month("month"), of -> new ArrayList<>())
              .add(row);
        },
        month.minusMonths(MONTHS_BACK),
        month);
    return meetings;
  }

  private static Map<String, List<CardSpan>> cards(Connection connection, Range range)
      throws SQLException {
    String sql =
        """
        SELECT branch_code, issued_on, level, acted_on, until
        FROM (SELECT card.branch_code, card.issued_on, event.level, event.status, event.acted_on,
                     lead(event.acted_on) OVER (PARTITION BY event.card_number ORDER BY event.id) AS until
              FROM card JOIN card_event AS event ON event.card_number = card.number
              WHERE card.branch_code BETWEEN ? AND ?) AS spans
        WHERE status NOT IN ('CLEARED', 'WITHDRAWN')
        """;
    Map<String, List<CardSpan>> cards = new HashMap<>();
    select(
        connection,
        sql,
        range,
        result ->
            cards
                .computeIfAbsent(result.getString(1), code -> new ArrayList<>())
                .add(
                    new CardSpan(
                        result.getObject(2, LocalDate.class),
                        Level.valueOf(result.getString(3)),
                        result.getObject(4, LocalDate.class),
                        result.getObject(5, LocalDate.class))));
    return cards;
  }

  private static Map<String, Map<YearMonth, Set<String>>> dismissed(
      Connection connection, Range range, YearMonth month) throws SQLException {
    String sql =
        """
        SELECT branch_code, month, item FROM finding
        WHERE branch_code BETWEEN ? AND ? AND month BETWEEN ? AND ? AND status = 'DISMISSED'
        """;
    Map<String, Map<YearMonth, Set<String>>> dismissed = new HashMap<>();
    select(
        connection,
        sql,
        range,
        result ->
            dismissed
                .computeIfAbsent(result.getString(1), code -> new HashMap<>())
                .computeIfAbsent(
                    YearMonth.from(result.getObject(2, LocalDate.class)), of -> new HashSet<>())
                .add(result.getString(3)),
        month.minusMonths(MONTHS_BACK),
        month.minusMonths(1));
    return dismissed;
  }

  private interface Each {
    void row(ResultSet result) throws SQLException;
  }

  private static void select(
      Connection connection, String sql, Range range, Each each, YearMonth... months)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(FETCH);
      select.setString(1, range.first());
      select.setString(2, range.last());
      for (int i = 0; i < months.length; i++) {
        select.setObject(3 + i, months[i].atDay(1));
      }
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          each.row(result);
        }
      }
    }
  }
}
