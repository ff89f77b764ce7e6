package org.liangpai.audit;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.liangpai.keys.Keys;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Writes down where the trail stands: first in the table, then in the file outside of the database.
 * What was cut short between the two is made up for by the next.
 */
@ApplicationScoped
public class Checkpoints {

  private record Waiting(long id, String line) {}

  private static final Logger LOG = Logger.getLogger(Checkpoints.class);
  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('audit checkpoint', 0)) AS text)";
  private static final String INSERT =
      """
      INSERT INTO audit_checkpoint (at, hour, number, key, line)
      VALUES (:at, CAST(:hour AS timestamptz), :number, :key, :line)
      ON CONFLICT (hour) DO NOTHING
      """;

  private final Transactions transactions;
  private final TrailFolder folder;
  private final CheckpointPost post;
  private final CheckpointSyslog syslog;
  private final LastCheckpoint last;
  private final Auditing auditing;
  private final Keys keys;
  private final Clock clock;

  Checkpoints(
      Transactions transactions,
      TrailFolder folder,
      CheckpointPost post,
      CheckpointSyslog syslog,
      LastCheckpoint last,
      Auditing auditing,
      Keys keys,
      Clock clock) {
    this.transactions = transactions;
    this.folder = folder;
    this.post = post;
    this.syslog = syslog;
    this.last = last;
    this.auditing = auditing;
    this.keys = keys;
    this.clock = clock;
  }

  /** The checkpoint of this hour; nothing if there is one. */
  public Optional<Checkpoint> writeOfThisHour() {
    return filed(transactions.call(connection -> insert(connection, hour())));
  }

  /** A checkpoint that somebody asks for. */
  public Checkpoint write() {
    Checkpoint checkpoint =
        transactions.call(
            connection -> {
              Checkpoint inserted = insert(connection, null).orElseThrow();
              auditing.record(
                  connection,
                  List.of(
                      Entry.of(Act.CHECKPOINT_WRITTEN, ObjectKind.TRAIL, inserted.row())
                          .now(Map.of("hash", inserted.hash()))));
              return inserted;
            });
    filed(Optional.of(checkpoint));
    post.postSoon();
    return checkpoint;
  }

  /** The last of a service that is told to end: what is missing after it was not its doing. */
  void end(@Observes ShutdownEvent event) {
    try {
      filed(transactions.call(connection -> insert(connection, null)));
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "No checkpoint could be written at the end");
    }
  }

  private Optional<Checkpoint> insert(Connection connection, OffsetDateTime hour)
      throws SQLException {
    NamedStatement.of(LOCK).list(connection, row -> row.getString(1));
    LastCheckpoint.Written before = last(connection);
    Instant now = clock.instant();
    Checkpoint checkpoint =
        Checkpoint.of(now, heads(connection))
            .sealed(before.number() + 1, before.hash(), keys.keyring());
    String line = checkpoint.line();
    int inserted =
        NamedStatement.of(INSERT)
            .with("at", now.atZone(ClockProducer.ZONE).toOffsetDateTime())
            .with("hour", hour)
            .with("number", checkpoint.seal().number())
            .with("key", checkpoint.seal().key())
            .with("line", line)
            .execute(connection);
    if (inserted == 0) {
      return Optional.empty();
    }
    return Optional.of(checkpoint);
  }

  private LastCheckpoint.Written last(Connection connection) throws SQLException {
    LastCheckpoint.Written inTable =
        NamedStatement.of(
                "SELECT coalesce(number, 0), line FROM audit_checkpoint ORDER BY id DESC LIMIT 1")
            .list(connection, row -> new LastCheckpoint.Written(row.getLong(1), row.getString(2)))
            .stream()
            .findFirst()
            .orElse(LastCheckpoint.Written.NONE);
    return last.orLater(inTable);
  }

  private Optional<Checkpoint> filed(Optional<Checkpoint> checkpoint) {
    checkpoint.ifPresent(
        one -> last.remember(new LastCheckpoint.Written(one.seal().number(), one.line())));
    transactions.call(this::file);
    checkpoint.ifPresent(syslog::tell);
    return checkpoint;
  }

  /** Adds to the file what is in the table only, in its order. */
  private Void file(Connection connection) throws SQLException, IOException {
    NamedStatement.of(LOCK).list(connection, row -> row.getString(1));
    List<Waiting> waiting =
        NamedStatement.of(
                "SELECT id, line FROM audit_checkpoint WHERE filed_at IS NULL ORDER BY id")
            .list(connection, row -> new Waiting(row.getLong(1), row.getString(2)));
    if (waiting.isEmpty()) {
      return null;
    }
    CheckpointFile file = folder.checkpoints();
    Set<String> there = file.hashes();
    for (Waiting one : waiting) {
      if (!there.contains(Checkpoint.hashOf(one.line()))) {
        file.append(one.line());
      }
    }
    NamedStatement.of("UPDATE audit_checkpoint SET filed_at = :at WHERE filed_at IS NULL")
        .with("at", OffsetDateTime.now(clock))
        .execute(connection);
    return null;
  }

  private OffsetDateTime hour() {
    return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.HOURS);
  }

  static Map<Integer, Head> heads(Connection connection) throws SQLException {
    Map<Integer, Head> heads = new TreeMap<>();
    NamedStatement.of("SELECT lane, seq, hash FROM audit_heads()")
        .each(
            connection,
            row ->
                heads.put(row.getInt("lane"), new Head(row.getLong("seq"), row.getString("hash"))));
    return heads;
  }
}
