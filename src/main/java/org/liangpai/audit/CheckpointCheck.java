package org.liangpai.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.liangpai.keys.Keyring;
import org.liangpai.shared.NamedStatement;

/**
 * Compares the checkpoints of the file with those of the table; each place vouches for the other.
 */
final class CheckpointCheck {

  /** A line of the table. */
  private record Row(String line, boolean filed) {}

  private final CheckpointFile file;
  private final CheckpointLines inFile;
  private final CheckpointLines inTable;
  private final List<Damage> damages = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  CheckpointCheck(CheckpointFile file, Keyring keys, Consumer<Checkpoint> sound) {
    this.file = file;
    this.inFile = new CheckpointLines("检查点文件 %s ".formatted(file.path()), keys, sound);
    this.inTable = new CheckpointLines("数据库中的检查点", keys, sound);
  }

  /**
   * Reads both. The file is read first: a line stands in the table before it stands in the file, so
   * what is written meanwhile is never in the file alone.
   */
  void read(Connection connection) throws SQLException {
    readFile();
    List<Row> rows =
        NamedStatement.of("SELECT line, filed_at IS NOT NULL FROM audit_checkpoint ORDER BY id")
            .list(connection, row -> new Row(row.getString(1), row.getBoolean(2)));
    rows.forEach(row -> inTable.add(row.line()));
    tellMissing(rows);
    tellStrange();
  }

  private void readFile() {
    try {
      file.each(inFile::add);
    } catch (IOException unreadable) {
      damages.add(Damage.checkpoints("检查点文件 %s 读不出来".formatted(file.path())));
    }
  }

  private void tellMissing(List<Row> rows) {
    Map<String, Long> filed = inFile.numbers();
    List<Row> missing =
        rows.stream().filter(row -> !filed.containsKey(Checkpoint.hashOf(row.line()))).toList();
    if (missing.stream().anyMatch(row -> !row.filed())) {
      remarks.add("有检查点还没有写入文件，应是写入时中断了；下次写出检查点时补上。");
    }
    Set<String> now = missing.isEmpty() ? Set.of() : hashesNow();
    long gone =
        missing.stream()
            .filter(row -> row.filed() && !now.contains(Checkpoint.hashOf(row.line())))
            .count();
    if (gone > 0) {
      String path = file.path().toString();
      damages.add(
          Damage.checkpoints(
              file.exists()
                  ? "数据库中有%d个检查点，文件 %s 中没有：文件被清空、删减、改动，或换成了旧的".formatted(gone, path)
                  : "写出过%d个检查点，但检查点文件 %s 不在了".formatted(gone, path)));
    }
  }

  private Set<String> hashesNow() {
    try {
      return file.hashes();
    } catch (IOException unreadable) {
      return Set.of();
    }
  }

  private void tellStrange() {
    Map<String, Long> kept = inTable.numbers();
    long strange = inFile.numbers().keySet().stream().filter(one -> !kept.containsKey(one)).count();
    if (strange > 0) {
      damages.add(
          Damage.checkpoints(
              "文件 %s 中有%d个检查点，数据库中没有：数据库中的检查点被删除、改动，或换回了旧的备份".formatted(file.path(), strange)));
    }
  }

  /** How many different checkpoints there are. */
  int number() {
    return (int)
        Stream.concat(inFile.numbers().keySet().stream(), inTable.numbers().keySet().stream())
            .distinct()
            .count();
  }

  List<Damage> damages() {
    return Stream.of(damages, inFile.damages(), inTable.damages()).flatMap(List::stream).toList();
  }

  List<String> remarks() {
    return Stream.of(remarks, inFile.remarks(), inTable.remarks()).flatMap(List::stream).toList();
  }
}
