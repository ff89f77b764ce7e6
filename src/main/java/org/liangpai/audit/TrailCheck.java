package org.liangpai.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.shared.NamedStatement;

/**
 * Computes every hash of the trail anew, in archives and database, and compares it with the
 * checkpoints. It trusts nothing that the database computes.
 *
 * @param checkpoints the file of checkpoints
 * @param archives the folder of archives
 */
record TrailCheck(CheckpointFile checkpoints, Path archives) {

  private static final String ROWS =
      "SELECT " + ChainedRow.COLUMNS + " FROM audit_entry e ORDER BY e.lane, e.seq";

  /** Checks within a transaction. */
  Verification on(Connection connection) throws SQLException {
    // Read first: what is written down meanwhile must not look like a tail that was cut.
    CheckpointFile.Content known = checkpoints.read();
    ChainCheck check = new ChainCheck(known.checkpoints());
    known.damages().forEach(check::found);
    List<String> remarks = new ArrayList<>(known.remarks());
    if (known.checkpoints().isEmpty()) {
      missingCheckpoints(connection, check, remarks);
    }
    for (Archive archive : Archive.all(connection)) {
      if (archive.purgedAt() != null) {
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
    return new Verification(
        check.rows(), known.checkpoints().size(), check.damaged(), check.damages(), remarks);
  }

  private void missingCheckpoints(Connection connection, ChainCheck check, List<String> remarks)
      throws SQLException {
    boolean anyWritten =
        NamedStatement.of("SELECT EXISTS (SELECT FROM audit_checkpoint)")
            .list(connection, row -> row.getBoolean(1))
            .get(0);
    if (anyWritten && !checkpoints.exists()) {
      check.found(Damage.checkpoints("写出过检查点，但检查点文件 %s 不在了".formatted(checkpoints.path())));
    } else {
      remarks.add("还没有可用的检查点，末尾被截断或整段被改写时发现不了。");
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
