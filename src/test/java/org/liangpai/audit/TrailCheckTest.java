package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.keys.KeySource;
import org.liangpai.keys.Keyring;
import org.liangpai.keys.Keys;
import org.liangpai.keys.RotateKeyCommand;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;

/**
 * The trail is tampered with by the administrator of the database, past all triggers, in a
 * transaction that is rolled back.
 */
@QuarkusTest
class TrailCheckTest {

  /** What makes the transaction of a test roll back. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Inject Auditing auditing;
  @Inject Transactions transactions;
  @Inject OwnerTransactions owner;
  @Inject Keys keys;

  private final Path folder = Path.of("target/test-data", UUID.randomUUID().toString());

  private final String object = UUID.randomUUID().toString();
  private final List<String> lines = new ArrayList<>();
  private CheckpointFile file;
  private int lane;
  private long first;

  /** Four rows, one checkpoint after the second of them, and two after the last. */
  @BeforeEach
  void write() throws IOException {
    file = new CheckpointFile(folder.resolve("checkpoints.jsonl"));
    transactions.call(
        connection -> {
          Entry entry = Entry.of(Act.CARD_ISSUED, ObjectKind.CARD, object);
          auditing.record(connection, List.of(entry, entry.because("甲"), entry, entry));
          return null;
        });
    owner.call(
        connection -> {
          NamedStatement.of("SELECT lane, min(seq) FROM audit_entry WHERE object = :o GROUP BY 1")
              .with("o", object)
              .each(
                  connection,
                  row -> {
                    lane = row.getInt(1);
                    first = row.getLong(2);
                    return null;
                  });
          Map<Integer, Head> heads = Checkpoints.heads(connection);
          Map<Integer, Head> before = new TreeMap<>(heads);
          before.put(lane, rows(connection).get((int) first).head());
          for (Map<Integer, Head> stood : List.of(before, heads, heads)) {
            add(Checkpoint.of(latest(connection).plusSeconds(lines.size()), stood));
          }
          return null;
        });
    for (String line : lines) {
      file.append(line);
    }
  }

  private void add(Checkpoint checkpoint) {
    String previous =
        lines.isEmpty() ? Checkpoint.NO_LINE : Checkpoint.hashOf(lines.get(lines.size() - 1));
    lines.add(checkpoint.sealed(lines.size() + 1, previous, keys.keyring()).line());
  }

  private static Instant latest(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT max(at) FROM audit_entry")
        .list(connection, row -> row.getObject(1, OffsetDateTime.class).toInstant())
        .get(0);
  }

  @Test
  void check_findsNothing_inAnIntactTrail() {
    Verification verification = check(sql -> {});

    assertThat(verification.damages()).isEmpty();
    assertThat(verification.isIntact()).isTrue();
    assertThat(verification.rows()).isGreaterThanOrEqualTo(4);
    assertThat(verification.checkpoints()).isEqualTo(3);
    assertThat(verification.remarks()).isEmpty();
    assertThat(verification.sentence()).contains("没有发现问题");
  }

  @Test
  void check_findsAnEditedRow_whateverTheField() {
    for (String edit :
        List.of(
            "reason = '乙'",
            "reason = NULL",
            "account = 'x'",
            "posts = 'x'",
            "address = NULL",
            "at = at - interval '1 microsecond'",
            "act = 'CARD_LEVEL_CHANGED'",
            "object_kind = 'FINDING'",
            "object = 'x'",
            "before = '{\"a\": 1}'",
            "after = '{\"a\": 1}'",
            "id = -1")) {
      Verification verification =
          check(sql -> sql.execute("UPDATE audit_entry SET " + edit + at(1)));

      assertThat(verification.damages())
          .as(edit)
          .extracting(Damage::kind)
          .containsExactly(Damage.Kind.EDITED);
      Damage damage = verification.damages().get(0);
      assertThat(damage.lane()).isEqualTo(lane);
      assertThat(damage.seq()).isEqualTo(first + 1);
      assertThat(damage.message()).contains("第%d道第%d号".formatted(lane, first + 1), "2026-11-09");
    }
  }

  @Test
  void check_findsTextThatMovedFromOneFieldToTheNext() {
    Verification verification =
        check(
            sql ->
                sql.execute(
                    "UPDATE audit_entry SET account = left(account, -1), posts = right(account, 1) || posts"
                        + at(0)));

    assertThat(verification.damages()).extracting(Damage::kind).containsExactly(Damage.Kind.EDITED);
  }

  @Test
  void check_findsADeletedRow() {
    Verification verification = check(sql -> sql.execute("DELETE FROM audit_entry" + at(1)));

    assertThat(verification.damages())
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.DELETED);
    assertThat(verification.damages().get(0).seq()).isEqualTo(first + 1);
    assertThat(verification.damages().get(0).message()).contains("缺少第%d号".formatted(first + 1));
  }

  @Test
  void check_findsACutTail() {
    Verification verification = check(sql -> sql.execute("DELETE FROM audit_entry" + at(3)));

    assertThat(verification.damages()).extracting(Damage::kind).containsExactly(Damage.Kind.CUT);
    assertThat(verification.damages().get(0).seq()).isEqualTo(first + 3);
  }

  @Test
  void check_findsATailThatWasCut_withACounterThatWasAdjusted() {
    Verification verification =
        check(
            sql -> {
              sql.execute("DELETE FROM audit_entry" + at(3));
              sql.execute(
                  """
                  INSERT INTO audit_archive (month, at, by, file, sha256, entries, last_at, heads, purged_at)
                  VALUES ('1999-01-01', now(), 'x', 'no-such-file', '', 0, now(),
                      '{"%d": {"seq": %d, "hash": "%s"}}', now())
                  """
                      .formatted(lane, first - 1, "0".repeat(64)));
            });

    assertThat(kinds(verification)).contains(Damage.Kind.CUT, Damage.Kind.ARCHIVES);
  }

  @Test
  void check_findsALaneThatIsGone() {
    assertThat(kinds(check(sql -> sql.execute("DELETE FROM audit_entry WHERE lane = " + lane))))
        .containsExactly(Damage.Kind.CUT);
  }

  @Test
  void check_findsRowsThatWereSwapped() {
    Verification verification =
        check(
            sql -> {
              sql.execute("UPDATE audit_entry SET seq = 9999" + at(1));
              sql.execute("UPDATE audit_entry SET seq = %d".formatted(first + 1) + at(2));
              sql.execute(
                  "UPDATE audit_entry SET seq = %d WHERE seq = 9999 AND lane = %d"
                      .formatted(first + 2, lane));
            });

    assertThat(kinds(verification)).contains(Damage.Kind.EDITED);
  }

  @Test
  void check_findsRowsThatWereRenumbered_overADeletedOne() {
    Verification verification =
        check(
            sql -> {
              sql.execute("DELETE FROM audit_entry" + at(1));
              sql.execute("UPDATE audit_entry SET seq = %d".formatted(first + 1) + at(2));
              sql.execute("UPDATE audit_entry SET seq = %d".formatted(first + 2) + at(3));
            });

    assertThat(kinds(verification)).contains(Damage.Kind.EDITED, Damage.Kind.CUT);
  }

  @Test
  void check_findsARowThatWasPutIn() {
    Verification verification =
        check(
            sql -> {
              sql.execute("UPDATE audit_entry SET seq = %d".formatted(first + 4) + at(3));
              sql.execute(
                  """
                  INSERT INTO audit_entry
                  SELECT -1, lane, %d, at, 'x', posts, address, act, object_kind, object, before, after, reason, hash
                  FROM audit_entry
                  """
                          .formatted(first + 3)
                      + at(0));
            });

    assertThat(kinds(verification)).contains(Damage.Kind.EDITED, Damage.Kind.REWRITTEN);
  }

  @Test
  void check_findsARewrittenChain() {
    Verification verification = check(this::rewrite);

    assertThat(kinds(verification)).contains(Damage.Kind.REWRITTEN).doesNotContain(Damage.Kind.CUT);
    assertThat(verification.damages().get(0).seq()).isEqualTo(first + 1);
  }

  @Test
  void check_findsARewrittenChain_byAnOlderCheckpoint_ifALaterOneSaysOtherwise() {
    Verification verification =
        check(
            sql -> {
              rewrite(sql);
              lines.subList(1, 3).clear();
              add(Checkpoint.of(TestClock.START, Checkpoints.heads(sql.getConnection())));
              put(sql);
              Files.write(file.path(), lines);
            });

    assertThat(kinds(verification)).containsExactly(Damage.Kind.REWRITTEN);
    assertThat(verification.damages().get(0).seq()).isEqualTo(first + 1);
  }

  @Test
  void check_cannotTellARewrittenChain_ofLessThanADay_withoutCheckpoints() {
    Verification verification =
        check(
            sql -> {
              Files.delete(file.path());
              sql.execute("DELETE FROM audit_checkpoint");
              sql.execute("DELETE FROM audit_entry WHERE object <> '%s'".formatted(object));
              sql.execute("UPDATE audit_entry SET seq = seq - %d + 1".formatted(first));
              first = 1;
              rewrite(sql);
            });

    assertThat(verification.isIntact()).isTrue();
    assertThat(verification.remarks()).anyMatch(remark -> remark.contains("还没有可用的检查点"));
  }

  @Test
  void check_findsAnEmptiedFile() {
    assertThat(kinds(check(sql -> Files.write(file.path(), new byte[0]))))
        .containsExactly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void check_findsRowsDeleted_afterTheLastLinesOfTheFileWereDropped() {
    Verification verification =
        check(
            sql -> {
              Files.write(file.path(), lines.subList(0, 1));
              sql.execute("DELETE FROM audit_entry" + at(3));
            });

    assertThat(kinds(verification))
        .containsExactlyInAnyOrder(Damage.Kind.CHECKPOINTS, Damage.Kind.CUT);
  }

  @Test
  void check_findsRowsDeleted_afterTheLastRowsOfTheTableWereDropped() {
    Verification verification =
        check(
            sql -> {
              sql.execute("DELETE FROM audit_checkpoint WHERE number > 1");
              sql.execute("DELETE FROM audit_entry" + at(3));
            });

    assertThat(kinds(verification))
        .containsExactlyInAnyOrder(Damage.Kind.CHECKPOINTS, Damage.Kind.CUT);
  }

  @Test
  void check_findsAFileThatIsAnOlderCopy() {
    assertThat(kinds(check(sql -> Files.write(file.path(), lines.subList(0, 2)))))
        .containsExactly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void check_findsAFileThatIsGone() {
    Verification verification = check(sql -> Files.delete(file.path()));

    assertThat(kinds(verification)).containsExactly(Damage.Kind.CHECKPOINTS);
    assertThat(verification.damages().get(0).message()).contains("不在了");
  }

  @Test
  void check_findsAnEmptiedTable() {
    assertThat(kinds(check(sql -> sql.execute("DELETE FROM audit_checkpoint"))))
        .containsExactly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void check_findsCheckpointsThatWereTakenOutOfTheMiddle_inBothPlaces() {
    Verification verification =
        check(
            sql -> {
              Files.write(file.path(), List.of(lines.get(0), lines.get(2)));
              sql.execute("DELETE FROM audit_checkpoint WHERE number = 2");
            });

    assertThat(kinds(verification)).containsOnly(Damage.Kind.CHECKPOINTS);
    assertThat(verification.damages().get(0).message()).contains("第2行是第3号检查点");
  }

  @Test
  void check_findsTheFirstCheckpointsTakenOut_inBothPlaces() {
    Verification verification =
        check(
            sql -> {
              Files.write(file.path(), lines.subList(2, 3));
              sql.execute("DELETE FROM audit_checkpoint WHERE number < 3");
            });

    assertThat(kinds(verification)).containsOnly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void check_findsLinesThatWereMoved() {
    Verification verification =
        check(sql -> Files.write(file.path(), List.of(lines.get(1), lines.get(0), lines.get(2))));

    assertThat(kinds(verification)).containsOnly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void check_findsAnEditedCheckpoint() {
    Verification verification =
        check(sql -> edit(file.path(), text -> text.replaceFirst("\"row\":", "\"row\":1")));

    assertThat(kinds(verification)).containsOnly(Damage.Kind.CHECKPOINTS);
    assertThat(verification.damages()).anyMatch(damage -> damage.message().contains("第1行"));
  }

  @Test
  void check_findsAnEditedCheckpoint_inBothPlaces_ofWhoeverHasNoKey() {
    Verification verification =
        check(
            sql -> {
              rewrite(sql);
              Checkpoint known = Checkpoint.read(lines.get(0));
              Checkpoint forged =
                  new Checkpoint(
                      known.at(),
                      known.row(),
                      Checkpoint.of(known.at(), Checkpoints.heads(sql.getConnection())).hash(),
                      Checkpoints.heads(sql.getConnection()),
                      known.seal());
              lines.clear();
              lines.add(forged.line());
              put(sql);
              Files.write(file.path(), lines);
            });

    assertThat(verification.damages())
        .extracting(Damage::message)
        .anyMatch(message -> message.contains("改动过"));
  }

  @Test
  void check_findsACheckpointOfAnotherKey() throws IOException {
    Keyring another = anotherKey();
    Verification verification =
        check(
            sql -> {
              rewrite(sql);
              Checkpoint forged =
                  Checkpoint.of(TestClock.START, Checkpoints.heads(sql.getConnection()));
              lines.clear();
              lines.add(forged.sealed(1, Checkpoint.NO_LINE, another).line());
              put(sql);
              Files.write(file.path(), lines);
            });

    assertThat(kinds(verification)).containsOnly(Damage.Kind.CHECKPOINTS);
    assertThat(verification.damages().get(0).message()).contains("密钥被换掉");
  }

  @Test
  void check_findsThatTheKeyWasReplaced() throws IOException {
    Keyring another = anotherKey();

    Verification verification = check(sql -> {}, another);

    assertThat(kinds(verification)).containsOnly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void check_findsUnsignedCheckpoints_amongSignedOnes() {
    Verification verification =
        check(
            sql -> {
              lines.add(
                  Checkpoint.of(TestClock.START, Checkpoints.heads(sql.getConnection())).line());
              put(sql);
              Files.write(file.path(), lines);
            });

    assertThat(kinds(verification)).containsOnly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void check_takesCheckpointsFromBeforeTheyWereSigned() {
    Verification verification =
        check(
            sql -> {
              lines.clear();
              lines.add(
                  Checkpoint.of(latest(sql.getConnection()), Checkpoints.heads(sql.getConnection()))
                      .line());
              Checkpoint next =
                  Checkpoint.of(
                      latest(sql.getConnection()), Checkpoints.heads(sql.getConnection()));
              lines.add(next.sealed(1, Checkpoint.hashOf(lines.get(0)), keys.keyring()).line());
              put(sql);
              Files.write(file.path(), lines);
            });

    assertThat(verification.damages()).isEmpty();
    assertThat(verification.checkpoints()).isEqualTo(2);
  }

  @Test
  void check_passesOverACheckpoint_thatACrashLeftUnfinished() {
    Verification verification =
        check(
            sql -> {
              String half = lines.get(2).substring(0, lines.get(2).length() / 2);
              Files.writeString(file.path(), lines.get(0) + "\n" + lines.get(1) + "\n" + half);
              sql.execute("UPDATE audit_checkpoint SET filed_at = NULL WHERE number = 3");
            });

    assertThat(verification.damages()).isEmpty();
    assertThat(verification.remarks()).hasSize(2).anyMatch(one -> one.contains("第3行不完整"));
  }

  @Test
  void check_findsALineCutShort_thatHadBeenWritten() {
    Verification verification =
        check(
            sql -> {
              String half = lines.get(2).substring(0, lines.get(2).length() / 2);
              Files.writeString(file.path(), lines.get(0) + "\n" + lines.get(1) + "\n" + half);
            });

    assertThat(kinds(verification)).containsExactly(Damage.Kind.CHECKPOINTS);
  }

  @Test
  void append_beginsANewLine_whereverACrashBrokeOffTheLast() throws IOException {
    for (int written = 0; written <= lines.get(1).length(); written++) {
      Files.writeString(file.path(), lines.get(0) + "\n" + lines.get(1).substring(0, written));

      file.append(lines.get(1));

      CheckpointLines read = new CheckpointLines("", keys.keyring(), checkpoint -> {});
      file.each(read::add);
      boolean isUnfinished = written > 0 && written < lines.get(1).length();
      assertThat(read.damages()).as("%d characters", written).isEmpty();
      assertThat(read.numbers()).hasSize(2);
      assertThat(read.remarks()).hasSize(isUnfinished ? 1 : 0);
    }
  }

  private Keyring anotherKey() throws IOException {
    KeySource source = KeySource.of(null, folder.resolve("another.key").toString(), folder);
    RotateKeyCommand.run(source, new PrintStream(OutputStream.nullOutputStream()));
    return source.keyring().orElseThrow();
  }

  private static List<Damage.Kind> kinds(Verification verification) {
    return verification.damages().stream().map(Damage::kind).toList();
  }

  private static void edit(Path path, UnaryOperator<String> edit) throws IOException {
    Files.writeString(path, edit.apply(Files.readString(path)));
  }

  private List<ChainedRow> rows(Connection connection) throws SQLException {
    return NamedStatement.of(
            "SELECT " + ChainedRow.COLUMNS + " FROM audit_entry e WHERE lane = :lane ORDER BY seq")
        .with("lane", lane)
        .list(connection, ChainedRow::of);
  }

  /** What somebody does who knows how the chain is made: the row and all hashes after it. */
  private void rewrite(Statement sql) throws SQLException {
    sql.execute("UPDATE audit_entry SET reason = '乙'" + at(1));
    String hash = Head.NONE.hash();
    for (ChainedRow row : rows(sql.getConnection())) {
      hash = row.hashAfter(hash);
      sql.execute(
          "UPDATE audit_entry SET hash = '\\x%s' WHERE lane = %d AND seq = %d"
              .formatted(hash, lane, row.seq()));
    }
  }

  private String at(int offset) {
    return " WHERE lane = %d AND seq = %d".formatted(lane, first + offset);
  }

  private interface Tampering {
    void with(Statement sql) throws SQLException, IOException;
  }

  private Verification check(Tampering tampering) {
    return check(tampering, keys.keyring());
  }

  private Verification check(Tampering tampering, Keyring by) {
    Verification[] found = new Verification[1];
    try {
      owner.call(
          connection -> {
            found[0] = checkedAfter(connection, tampering, by);
            throw new Enough();
          });
    } catch (Enough rolledBack) {
      return found[0];
    }
    throw new AssertionError();
  }

  private Verification checkedAfter(Connection connection, Tampering tampering, Keyring by)
      throws SQLException, IOException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("SET LOCAL session_replication_role = replica");
      put(sql);
      tampering.with(sql);
    }
    return new TrailCheck(file, folder, by).on(connection);
  }

  /** The lines as what the table holds. */
  private void put(Statement sql) throws SQLException {
    sql.execute("DELETE FROM audit_checkpoint");
    for (int i = 0; i < lines.size(); i++) {
      NamedStatement.of(
              """
              INSERT INTO audit_checkpoint (at, number, key, line, filed_at)
              VALUES (now(), :number, 'x', :line, now())
              """)
          .with("number", i + 1)
          .with("line", lines.get(i))
          .execute(sql.getConnection());
    }
  }
}
