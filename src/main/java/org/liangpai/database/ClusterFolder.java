package org.liangpai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder with the rows of one server: checked before the server may touch it. */
final class ClusterFolder {

  /** The major version of the packed server. */
  static final String VERSION = "18";

  private static final List<String> PARTS =
      List.of(
          "global",
          "global/pg_control",
          "global/pg_filenode.map",
          "base",
          "pg_wal",
          "pg_xact",
          "pg_multixact",
          "postgresql.conf",
          "pg_hba.conf");

  private final Path cluster;
  private final Path beginning;

  ClusterFolder(DatabaseSettings settings) {
    this.cluster = settings.cluster();
    this.beginning = settings.folder().resolve(".initialising");
  }

  /** Refuses a folder of another version, of another kind, or one that may not be written. */
  void check() throws IOException {
    if (Files.exists(beginning) && Files.exists(cluster)) {
      // A first start that never ended: nothing was ever stored there.
      ServerPrograms.deleteTree(cluster);
    }
    if (isNew()) {
      return;
    }
    Path version = cluster.resolve("PG_VERSION");
    if (!Files.isReadable(cluster) || !Files.isWritable(cluster)) {
      throw notWritable(cluster, null);
    }
    if (!Files.exists(version)) {
      throw new DatabaseRefused(
          "目录 %s 不是空的，也不是 PostgreSQL 的数据目录；请清理该目录，或用环境变量 %s 指定另一个目录。"
              .formatted(cluster, DatabaseSettings.FOLDER_VARIABLE));
    }
    String found = Files.readString(version).trim();
    if (found.isEmpty()) {
      throw damaged(version);
    }
    if (!VERSION.equals(found)) {
      throw new DatabaseRefused(
          """
          数据目录 %s 属于 PostgreSQL %s，内置的是 PostgreSQL %s，不能直接使用。
          请用原版本导出（pg_dump）后导入新目录，或用环境变量 %s 指定另一个目录。"""
              .formatted(cluster, found, VERSION, DatabaseSettings.FOLDER_VARIABLE));
    }
    requireWhole();
  }

  // Without these the server ends at once, and says so in words for its developers.
  private void requireWhole() throws IOException {
    for (String part : PARTS) {
      Path path = cluster.resolve(part);
      if (!Files.exists(path) || Files.isRegularFile(path) && Files.size(path) == 0) {
        throw damaged(path);
      }
    }
  }

  private DatabaseRefused damaged(Path part) {
    return new DatabaseRefused(
        """
        数据目录 %s 已损坏：%s 不见了或是空的。内置数据库没有启动，其中的文件没有改动。
        请先把整个数据目录另存一份，再用最近的备份恢复；不要删除其中的文件。没有备份时，请把这段话告诉维护人员。"""
            .formatted(cluster, part));
  }

  boolean isNew() throws IOException {
    if (!Files.exists(cluster)) {
      return true;
    }
    if (!Files.isDirectory(cluster)) {
      return false;
    }
    if (!Files.isReadable(cluster)) {
      return false;
    }
    try (Stream<Path> children = Files.list(cluster)) {
      return children.findAny().isEmpty();
    }
  }

  void begin() throws IOException {
    if (isNew()) {
      Files.writeString(beginning, "");
    }
  }

  void complete() throws IOException {
    Files.deleteIfExists(beginning);
  }

  static DatabaseRefused notWritable(Path folder, IOException cause) {
    return new DatabaseRefused(
        "数据目录 %s 无法创建或写入；请检查目录的所有者和权限，或用环境变量 %s 指定另一个目录。"
            .formatted(folder, DatabaseSettings.FOLDER_VARIABLE),
        cause);
  }
}
