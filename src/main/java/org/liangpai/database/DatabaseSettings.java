package org.liangpai.database;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the embedded database keeps what it needs, and where it listens.
 *
 * @param folder holds the rows, the password and the lock
 * @param programs receives the unpacked server programs
 */
public record DatabaseSettings(Path folder, Path programs, int port) {

  /** Names the folder, {@code data} unless given. */
  public static final String FOLDER_VARIABLE = "LIANGPAI_DATA_DIR";

  /** Names the port, 15439 unless given. */
  public static final String PORT_VARIABLE = "LIANGPAI_DATABASE_PORT";

  /** Below the range from which systems give ports to outgoing connections. */
  private static final String DEFAULT_PORT = "15439";

  /** Reads the settings from environment variables; blank ones count as not given. */
  public static DatabaseSettings from(Map<String, String> environment) {
    Path folder = Path.of(given(environment, FOLDER_VARIABLE, "data")).toAbsolutePath().normalize();
    return new DatabaseSettings(
        folder,
        folder.resolve("postgres-programs/unpacked"),
        port(given(environment, PORT_VARIABLE, DEFAULT_PORT)));
  }

  private static String given(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "").trim();
    return value.isEmpty() ? otherwise : value;
  }

  private static int port(String value) {
    if (value.matches("\\d{1,5}")) {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    throw new DatabaseRefused(
        "环境变量 %s 的值“%s”不是有效的端口；请填写 1 到 65535 之间的整数。".formatted(PORT_VARIABLE, value));
  }

  Path cluster() {
    return folder.resolve("postgres");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }
}
