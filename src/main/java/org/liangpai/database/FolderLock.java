package org.liangpai.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The sole right to a data folder. The operating system gives it back when the process dies. */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock on(Path folder) {
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locked = isLocked(channel);
    } catch (IOException unwritable) {
      throw new DatabaseRefused(
          "数据目录 %s 无法加锁：%s。请检查目录的所有者和权限，或用环境变量 %s 指定另一个目录。"
              .formatted(folder, unwritable.getMessage(), DatabaseSettings.FOLDER_VARIABLE),
          unwritable);
    } finally {
      if (!locked) {
        closeQuietly(channel);
      }
    }
    if (!locked) {
      throw new DatabaseRefused(
          """
          数据目录 %s 正被另一个正在运行的服务使用，本服务没有启动。
          请先停止那个服务；如果要同时运行两个服务，请为本服务用环境变量 %s 指定另一个目录，\
          用 %s 指定另一个端口。"""
              .formatted(folder, DatabaseSettings.FOLDER_VARIABLE, DatabaseSettings.PORT_VARIABLE));
    }
    return new FolderLock(channel);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // The lock ends with the process at the latest.
    }
  }
}
