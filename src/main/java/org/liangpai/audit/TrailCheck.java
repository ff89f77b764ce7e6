package org.liangpai.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.keys.Keyring;
import org.liangpai.shared.NamedStatement;

/**
 * Computes every hash of the trail anew, in archives and database, and compares it with the
 * checkpoints. It trusts nothing that the database computes.
 *
 * @param checkpoints the file of checkpoints
 * @param archives the folder of archives
 * @param keys by which checkpoints are signed
 */
record TrailCheck(CheckpointFile checkpoints, Path archives, Keyring keys) {

  private static final String ROWS =
      "SELECT " + ChainedRow.COLUMNS + " FROM audit_entry e ORDER BY e.lane, e.seq";

  /** A service that has run for so long has written checkpoints. */
  private static final Duration WITHOUT = Duration.ofDays(1);

  /** A service that runs writes one every hour. */
  private static final Duration LATE = Duration.ofHours(2);

  /** Checks within a transaction. */
  Verification on(Connection connection) throws SQLException {
    ChainCheck check = new ChainCheck();
    Instant[] latest = {Instant.MIN};
    CheckpointCheck known =
        new CheckpointCheck(
            checkpoints,
            keys,
            checkpoint -> {
              check.know(checkpoint);
              latest[0] = checkpoint.at().isAfter(latest[0]) ? checkpoint.at() : latest[0];
            });
    // Read first: what is written down meanwhile must not look like a tail that was cut.
    known.read(connection);
    known.damages().forEach(check::found);
    for (Archive archive : Archive.all(connection)) {
      if (archive.purgedAt() == null) {
        compare(archive, check);
      } else {
        follow(archive, check);
      }
    }
    NamedStatement.of(ROWS)
        .each(
            connection,
            row -> {
              check.add(ChainedRow.of(row));
              return null;
            });
    check.end();
    List<String> remarks = new ArrayList<>(known.remarks());
    if (known.number() == 0) {
      tellThatThereAreNone(check, remarks);
    } else if (check.last().filter(last -> last.isAfter(latest[0].plus(LATE))).isPresent()) {
      remarks.add(
          latest[0].equals(Instant.MIN)
              ? "没有可用来核对的检查点。"
              : "最近一个检查点是%s的，此后的记录还没有检查点可以核对。".formatted(Damage.told(latest[0])));
    }
    return new Verification(
        check.rows(), known.number(), check.damaged(), check.damages(), remarks);
  }

  private void tellThatThereAreNone(ChainCheck check, List<String> remarks) {
    if (check.span().compareTo(WITHOUT) > 0) {
      check.found(
          Damage.checkpoints(
              "审计记录前后有%d天，却没有一个检查点：文件 %s 和数据库中的检查点被清空了"
                  .formatted(check.span().toDays(), checkpoints.path())));
    } else {
      remarks.add("还没有可用的检查点，末尾被截断或整段被改写时发现不了。");
    }
  }

  /** Rows that are still in the database: the file is what will be left of them. */
  private void compare(Archive archive, ChainCheck check) {
    ArchiveFile file = new ArchiveFile(archives.resolve(archive.file()));
    try {
      if (!file.sha256().equals(archive.sha256())) {
        check.found(Damage.archives("归档文件 %s 的内容与登记的不符".formatted(file.path())));
      }
    } catch (IOException unreadable) {
      check.found(Damage.archives("%s已归档，但归档文件 %s 读不出来".formatted(archive.month(), file.path())));
    }
  }

  private void follow(Archive archive, ChainCheck check) {
    ArchiveFile file = new ArchiveFile(archives.resolve(archive.file()));
    try {
      if (file.sha256().equals(archive.sha256())) {
        file.read(check::add);
        if (check.heads().equals(archive.heads())) {
          return;
        }
      }
      check.found(Damage.archives("归档文件 %s 的内容与登记的不符".formatted(file.path())));
    } catch (IOException unreadable) {
      check.found(Damage.archives("%s已清理，但归档文件 %s 读不出来".formatted(archive.month(), file.path())));
    }
    check.goOnFrom(archive.heads());
  }
}
