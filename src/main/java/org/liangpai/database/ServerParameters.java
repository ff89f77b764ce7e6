package org.liangpai.database;

import java.util.Map;

/** The parameters of the embedded server, for one service on a small machine. */
final class ServerParameters {

  /** Nothing here trades safety for speed: what was committed survives a loss of power. */
  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          // The library that starts the server switches both off unless told otherwise.
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("timezone", "Asia/Shanghai"),
          Map.entry("max_connections", "50"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("effective_cache_size", "1GB"),
          Map.entry("work_mem", "16MB"),
          Map.entry("maintenance_work_mem", "128MB"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          Map.entry("log_checkpoints", "off"));

  private ServerParameters() {}
}
