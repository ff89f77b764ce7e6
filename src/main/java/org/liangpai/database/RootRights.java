package org.liangpai.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether PostgreSQL, which refuses to be root, can be started by this user. */
final class RootRights {

  private RootRights() {}

  static void requireUsable() {
    if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
      throw new DatabaseRefused(
          """
          内置数据库不能以 root 身份运行，而本机又不允许 unshare -U 换用普通身份。
          请用普通用户启动服务，或用环境变量 QUARKUS_DATASOURCE_JDBC_URL 等指定外部的 PostgreSQL。""");
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException other) {
      return false;
    }
  }
}
