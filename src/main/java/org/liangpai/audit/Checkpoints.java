package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Writes down outside of the database where the trail stands. */
@ApplicationScoped
public class Checkpoints {

  private static final String INSERT =
      """
      INSERT INTO audit_checkpoint (at, day, line) VALUES (:at, CAST(:day AS date), :line)
      ON CONFLICT (day) DO NOTHING
      """;

  private final Transactions transactions;
  private final TrailFolder folder;
  private final CheckpointPost post;
  private final Auditing auditing;
  private final Clock clock;

  Checkpoints(
      Transactions transactions,
      TrailFolder folder,
      CheckpointPost post,
      Auditing auditing,
      Clock clock) {
    this.transactions = transactions;
    this.folder = folder;
    this.post = post;
    this.auditing = auditing;
    this.clock = clock;
  }

  /** The checkpoint of today; nothing if there is one. */
  public Optional<Checkpoint> writeOfToday() {
    LocalDate today = LocalDate.now(clock);
    return transactions.call(connection -> write(connection, today));
  }

  /** A checkpoint that somebody asks for. */
  public Checkpoint write() {
    Checkpoint written =
        transactions.call(
            connection -> {
              Checkpoint checkpoint = write(connection, null).orElseThrow();
              auditing.record(
                  connection,
                  List.of(
                      Entry.of(Act.CHECKPOINT_WRITTEN, ObjectKind.TRAIL, checkpoint.row())
                          .now(Map.of("hash", checkpoint.hash()))));
              return checkpoint;
            });
    post.postSoon();
    return written;
  }

  private Optional<Checkpoint> write(Connection connection, LocalDate day)
      throws SQLException, IOException {
    Instant now = clock.instant();
    Checkpoint checkpoint = Checkpoint.of(now, heads(connection));
    boolean isNew =
        NamedStatement.of(INSERT)
                .with("at", now.atZone(ClockProducer.ZONE).toOffsetDateTime())
                .with("day", day)
                .with("line", checkpoint.line())
                .execute(connection)
            == 1;
    if (!isNew) {
      return Optional.empty();
    }
    folder.checkpoints().append(checkpoint.line());
    return Optional.of(checkpoint);
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
