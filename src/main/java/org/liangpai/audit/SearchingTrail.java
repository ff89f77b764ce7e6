package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Neutral;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Finds rows of the trail, the latest first. That somebody reads it is a row of it, too. */
@ApplicationScoped
public class SearchingTrail {

  private static final String WHERE =
      """
       FROM audit_entry e
      WHERE (CAST(:account AS text) IS NULL OR e.account = :account)
          AND (CAST(:object AS text) IS NULL OR starts_with(e.object, :object))
          AND (CAST(:kind AS text) IS NULL OR e.object_kind = :kind)
          AND (CAST(:act AS text) IS NULL OR e.act = :act)
          AND (CAST(:from AS timestamptz) IS NULL OR e.at >= :from)
          AND (CAST(:to AS timestamptz) IS NULL OR e.at < :to)
      """;

  private static final List<String> HEADINGS =
      List.of("编号", "时间", "账号", "岗位", "地址", "操作", "对象类型", "对象", "之前", "之后", "理由", "校验值");

  private final Transactions transactions;
  private final Auditing auditing;

  SearchingTrail(Transactions transactions, Auditing auditing) {
    this.transactions = transactions;
    this.auditing = auditing;
  }

  /**
   * A page of what is found.
   *
   * @param before the number of the last row of the page before, or 0
   */
  public Page<TrailEntry> list(TrailFilter filter, long before, int limit) {
    String sql =
        "SELECT "
            + ChainedRow.COLUMNS
            + WHERE
            + " AND (:before = 0 OR e.id < :before) ORDER BY e.id DESC LIMIT :most";
    return transactions.call(
        connection -> {
          List<TrailEntry> found =
              with(NamedStatement.of(sql), filter)
                  .with("before", before)
                  .with("most", Page.read(limit))
                  .list(connection, row -> shown(ChainedRow.of(row)));
          record(connection, Act.TRAIL_READ, filter);
          return Page.of(found, limit, TrailEntry::id);
        });
  }

  /** Writes all that is found as CSV. */
  public void writeCsv(TrailFilter filter, Writer out) {
    String sql = "SELECT " + ChainedRow.COLUMNS + WHERE + " ORDER BY e.id DESC";
    transactions.call(
        connection -> {
          record(connection, Act.EXPORTED, filter);
          // Spreadsheets take a file without this mark for one in an older character set.
          out.write("\ufeff" + line(HEADINGS.stream()));
          with(NamedStatement.of(sql), filter)
              .each(
                  connection,
                  row -> {
                    write(out, shown(ChainedRow.of(row)));
                    return null;
                  });
          return null;
        });
  }

  private void record(Connection connection, Act act, TrailFilter filter) {
    auditing.record(connection, List.of(Entry.of(act, ObjectKind.TRAIL, "查询").now(filter.told())));
  }

  private static NamedStatement with(NamedStatement statement, TrailFilter filter) {
    return statement
        .with("account", filter.account().orElse(null))
        .with("object", filter.object().orElse(null))
        .with("kind", filter.kind().map(Enum::name).orElse(null))
        .with("act", filter.act().map(Enum::name).orElse(null))
        .with("from", filter.from().map(SearchingTrail::start).orElse(null))
        .with("to", filter.to().map(day -> start(day.plusDays(1))).orElse(null));
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(ClockProducer.ZONE).toOffsetDateTime();
  }

  private static void write(Writer out, TrailEntry entry) {
    try {
      out.write(
          line(
              Stream.of(
                  Long.toString(entry.id()),
                  Damage.told(entry.at()),
                  entry.account(),
                  entry.posts(),
                  entry.address(),
                  entry.actLabel(),
                  entry.kindLabel(),
                  entry.object(),
                  entry.before(),
                  entry.after(),
                  entry.reason(),
                  entry.hash())));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String line(Stream<String> cells) {
    return cells
        .map(cell -> '"' + (cell == null ? "" : Neutral.make(cell).replace("\"", "\"\"")) + '"')
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static TrailEntry shown(ChainedRow row) {
    return new TrailEntry(
        row.id(),
        row.lane(),
        row.seq(),
        row.time(),
        row.account(),
        row.posts(),
        row.address(),
        row.act(),
        row.kind(),
        row.object(),
        row.before(),
        row.after(),
        row.reason(),
        row.hash());
  }
}
