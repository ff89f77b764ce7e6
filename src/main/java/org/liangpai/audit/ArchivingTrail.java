package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Writes months of the trail to files, in order, and takes out of the database what was archived
 * and has been kept long enough.
 */
@ApplicationScoped
public class ArchivingTrail {

  /** How long a row is kept in the database at least. */
  public static final Duration KEPT = Duration.ofDays(180);

  /** What was archived. */
  public record Archived(YearMonth month, String file, long entries, String sha256) {}

  /** What was purged. */
  public record Purged(YearMonth month, long entries) {}

  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('audit archive', 0)) AS text)";

  /** In each lane all up to the first row of a later month: so an archive has no holes. */
  private static final String ROWS =
      """
      WITH archived AS NOT MATERIALIZED (
        SELECT CAST(key AS integer) AS lane, CAST(value ->> 'seq' AS bigint) AS seq
        FROM jsonb_each(CAST(:heads AS jsonb))
      ), later AS NOT MATERIALIZED (
        SELECT e.* FROM audit_entry e LEFT JOIN archived ON archived.lane = e.lane
        WHERE e.seq > coalesce(archived.seq, 0)
      ), last AS NOT MATERIALIZED (
        SELECT lane, coalesce(min(seq) FILTER (WHERE at >= :end) - 1, max(seq)) AS seq
        FROM later GROUP BY lane
      )
      SELECT
      """
          + ChainedRow.COLUMNS
          + """
            FROM later e JOIN last ON last.lane = e.lane
            WHERE e.seq <= last.seq
            ORDER BY e.lane, e.seq
            """;

  private final Transactions transactions;
  private final TrailFolder folder;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  ArchivingTrail(
      Transactions transactions,
      TrailFolder folder,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.folder = folder;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Writes a month to a file; one that was written stays as it is.
   *
   * @throws TrailRefused if it is not over, has no rows, or an earlier month comes first
   */
  public Archived archive(YearMonth month) {
    if (!month.isBefore(YearMonth.now(clock))) {
      throw TrailRefused.monthNotOver(month);
    }
    return transactions.call(
        connection -> {
          NamedStatement.of(LOCK).list(connection, row -> row.getString(1));
          List<Archive> before = Archive.all(connection);
          Optional<Archive> same = of(before, month);
          Archive archive = same.isPresent() ? same.get() : write(connection, month, before);
          return new Archived(month, archive.file(), archive.entries(), archive.sha256());
        });
  }

  /**
   * Takes the rows of a month out of the database.
   *
   * @throws TrailRefused if it is not archived, too young, or an earlier month comes first
   */
  public Purged purge(YearMonth month) {
    return transactions.call(
        connection -> {
          NamedStatement.of(LOCK).list(connection, row -> row.getString(1));
          List<Archive> all = Archive.all(connection);
          Archive archive = of(all, month).orElseThrow(() -> TrailRefused.notArchived(month));
          if (archive.purgedAt() != null) {
            return new Purged(month, 0);
          }
          requirePurgeable(archive, all);
          long gone =
              NamedStatement.of("SELECT audit_purge(:month, :at)")
                  .with("month", month.atDay(1))
                  .with("at", OffsetDateTime.now(clock))
                  .list(connection, row -> row.getLong(1))
                  .get(0);
          auditing.record(
              connection,
              List.of(
                  Entry.of(Act.TRAIL_PURGED, ObjectKind.TRAIL, month)
                      .now(Map.of("entries", gone))));
          return new Purged(month, gone);
        });
  }

  private void requirePurgeable(Archive archive, List<Archive> all) throws IOException {
    Instant from = archive.lastAt().plus(KEPT);
    if (from.isAfter(clock.instant())) {
      throw TrailRefused.tooYoung(
          archive.month(), LocalDate.ofInstant(from, ClockProducer.ZONE).plusDays(1));
    }
    for (Archive earlier : all) {
      if (earlier.month().isBefore(archive.month()) && earlier.purgedAt() == null) {
        throw TrailRefused.purgeEarlierFirst(archive.month(), earlier.month());
      }
    }
    if (!isWhole(archive)) {
      throw TrailRefused.archiveUnreadable(archive.month(), archive.file());
    }
  }

  private boolean isWhole(Archive archive) {
    try {
      return folder.archive(archive.file()).sha256().equals(archive.sha256());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Optional<Archive> of(List<Archive> archives, YearMonth month) {
    return archives.stream().filter(one -> one.month().equals(month)).findFirst();
  }

  private Archive write(Connection connection, YearMonth month, List<Archive> before)
      throws SQLException, IOException {
    requireNext(connection, month, before);
    String archived = before.isEmpty() ? "{}" : last(before).headsJson();
    String name = month + ".jsonl.gz";
    Map<Integer, Head> heads = new HashMap<>(before.isEmpty() ? Map.of() : last(before).heads());
    long[] entriesAndLast = {0, 0};
    ArchiveFile file = folder.archive(name);
    file.write(
        action ->
            NamedStatement.of(ROWS)
                .with("heads", archived)
                .with("end", startOf(month.plusMonths(1)))
                .each(
                    connection,
                    row -> {
                      ChainedRow one = ChainedRow.of(row);
                      heads.put(one.lane(), one.head());
                      entriesAndLast[0]++;
                      entriesAndLast[1] = Math.max(entriesAndLast[1], one.at());
                      action.accept(one);
                      return null;
                    }));
    Archive archive =
        new Archive(
            month,
            name,
            file.sha256(),
            entriesAndLast[0],
            Instant.EPOCH.plus(entriesAndLast[1], ChronoUnit.MICROS),
            heads,
            null);
    keep(connection, archive);
    return archive;
  }

  /** A row that a lane got late, of a month that is archived already, goes with the next one. */
  private static void requireNext(Connection connection, YearMonth month, List<Archive> before)
      throws SQLException {
    YearMonth next = before.isEmpty() ? YearMonth.of(1970, 1) : last(before).month().plusMonths(1);
    OffsetDateTime first =
        NamedStatement.of("SELECT min(at) AS first FROM audit_entry WHERE at >= :from")
            .with("from", startOf(next))
            .list(connection, row -> row.getObject("first", OffsetDateTime.class))
            .get(0);
    if (month.isBefore(next) || first == null || !first.isBefore(startOf(month.plusMonths(1)))) {
      throw TrailRefused.nothingToArchive(month);
    }
    YearMonth earliest = YearMonth.from(first.atZoneSameInstant(ClockProducer.ZONE).toLocalDate());
    if (earliest.isBefore(month)) {
      throw TrailRefused.archiveEarlierFirst(month, earliest);
    }
  }

  private static Archive last(List<Archive> archives) {
    return archives.get(archives.size() - 1);
  }

  private void keep(Connection connection, Archive archive) throws SQLException {
    NamedStatement.of(
            """
            INSERT INTO audit_archive (month, at, by, file, sha256, entries, last_at, heads)
            VALUES (:month, :at, :by, :file, :sha256, :entries, :lastAt, CAST(:heads AS jsonb))
            """)
        .with("month", archive.month().atDay(1))
        .with("at", OffsetDateTime.now(clock))
        .with("by", viewer.account())
        .with("file", archive.file())
        .with("sha256", archive.sha256())
        .with("entries", archive.entries())
        .with("lastAt", archive.lastAt().atZone(ClockProducer.ZONE).toOffsetDateTime())
        .with("heads", archive.headsJson())
        .execute(connection);
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.TRAIL_ARCHIVED, ObjectKind.TRAIL, archive.month())
                .now(Map.of("entries", archive.entries(), "sha256", archive.sha256()))));
  }

  private static OffsetDateTime startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(ClockProducer.ZONE).toOffsetDateTime();
  }
}
