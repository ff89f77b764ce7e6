package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

  private final Path folder = Path.of("target/test-data", UUID.randomUUID().toString());

  private final String object = UUID.randomUUID().toString();
  private CheckpointFile file;
  private int lane;
  private long first;

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
          file.append(Checkpoint.of(TestClock.START, Checkpoints.heads(connection)).line());
          return null;
        });
  }

  @Test
  void check_findsNothing_inAnIntactTrail() {
    Verification verification = check(sql -> {});

    assertThat(verification.damages()).isEmpty();
    assertThat(verification.isIntact()).isTrue();
    assertThat(verification.rows()).isGreaterThanOrEqualTo(4);
    assertThat(verification.checkpoints()).isEqualTo(1);
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
  void check_findsATailThatWasCut_downToNothing() {
    Verification verification =
        check(sql -> sql.execute("DELETE FROM audit_entry WHERE lane = " + lane));

    assertThat(verification.damages()).extracting(Damage::kind).containsExactly(Damage.Kind.CUT);
  }

  @Test
  void check_findsARewrittenChain() {
    Verification verification = check(this::rewrite);

    assertThat(verification.damages())
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.REWRITTEN);
    assertThat(verification.damages().get(0).seq()).isEqualTo(first + 3);
  }

  @Test
  void check_cannotTellARewrittenChain_withoutCheckpoints() throws IOException {
    Files.delete(file.path());

    Verification verification =
        check(
            sql -> {
              sql.execute("DELETE FROM audit_checkpoint");
              rewrite(sql);
            });

    assertThat(verification.isIntact()).isTrue();
    assertThat(verification.remarks()).anyMatch(remark -> remark.contains("还没有可用的检查点"));
  }

  @Test
  void check_findsAnEditedCheckpoint() throws IOException {
    Files.writeString(
        file.path(), Files.readString(file.path()).replaceFirst("\"row\":", "\"row\":1"));

    Verification verification = check(sql -> {});

    assertThat(verification.damages())
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.CHECKPOINTS);
    assertThat(verification.damages().get(0).message()).contains("第1行");
  }

  @Test
  void check_findsAnEditedCheckpoint_alsoWithoutTheEndOfItsLine() throws IOException {
    String edited = Files.readString(file.path()).replaceFirst("\"row\":", "\"row\":1").strip();
    Files.writeString(file.path(), edited);

    assertThat(file.read().damages()).hasSize(1);

    file.append(edited);

    assertThat(file.read().damages()).hasSize(2);
    assertThat(file.read().remarks()).isEmpty();
  }

  @Test
  void check_passesOverACheckpoint_thatACrashLeftUnfinished() throws IOException {
    String whole = Files.readString(file.path());
    Files.writeString(file.path(), whole + whole.substring(0, whole.length() / 2));

    Verification verification = check(sql -> {});

    assertThat(verification.isIntact()).isTrue();
    assertThat(verification.checkpoints()).isEqualTo(1);
    assertThat(verification.remarks()).singleElement().asString().contains("第2行不完整");
  }

  @Test
  void append_beginsANewLine_whereverACrashBrokeOffTheLast() throws IOException {
    String line = Files.readString(file.path()).strip();
    for (int written = 0; written <= line.length(); written++) {
      Files.writeString(file.path(), line + "\n" + line.substring(0, written));

      file.append(line);

      CheckpointFile.Content content = file.read();
      boolean isUnfinished = written > 0 && written < line.length();
      assertThat(content.damages()).as("%d characters", written).isEmpty();
      assertThat(content.checkpoints()).hasSize(written == line.length() ? 3 : 2);
      assertThat(content.remarks()).hasSize(isUnfinished ? 1 : 0);
    }
  }

  @Test
  void check_saysThatTheCheckpointsAreGone() throws IOException {
    Files.delete(file.path());

    Verification verification =
        check(sql -> sql.execute("INSERT INTO audit_checkpoint (at, line) VALUES (now(), '')"));

    assertThat(verification.damages())
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.CHECKPOINTS);
  }

  /** What somebody does who knows how the chain is made: the row and all hashes after it. */
  private void rewrite(Statement sql) throws SQLException {
    sql.execute("UPDATE audit_entry SET reason = '乙'" + at(1));
    List<ChainedRow> rows =
        NamedStatement.of(
                "SELECT "
                    + ChainedRow.COLUMNS
                    + " FROM audit_entry e WHERE lane = :lane ORDER BY seq")
            .with("lane", lane)
            .list(sql.getConnection(), ChainedRow::of);
    String hash = Head.NONE.hash();
    for (ChainedRow row : rows) {
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
    void with(Statement sql) throws SQLException;
  }

  private Verification check(Tampering tampering) {
    Verification[] found = new Verification[1];
    try {
      owner.call(
          connection -> {
            found[0] = checkedAfter(connection, tampering);
            throw new Enough();
          });
    } catch (Enough rolledBack) {
      return found[0];
    }
    throw new AssertionError();
  }

  private Verification checkedAfter(Connection connection, Tampering tampering)
      throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("SET LOCAL session_replication_role = replica");
      tampering.with(sql);
    }
    return new TrailCheck(file, folder).on(connection);
  }
}
