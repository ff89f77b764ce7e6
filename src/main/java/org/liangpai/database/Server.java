package org.liangpai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The server process on one data folder: started, looked at, stopped. */
final class Server {

  /** Recovery after a loss of power takes longer than a start; who fails ends at once. */
  private static final int START_SECONDS = 600;

  private static final int STOP_SECONDS = 60;

  private final DatabaseSettings settings;
  private final ServerPrograms programs;
  private final ServerLog log;

  private Server(DatabaseSettings settings, ServerPrograms programs, ServerLog log) {
    this.settings = settings;
    this.programs = programs;
    this.log = log;
  }

  static Server of(DatabaseSettings settings) throws IOException {
    ServerLog log = new ServerLog(settings.log());
    log.turn();
    return new Server(settings, ServerPrograms.of(settings, log), log);
  }

  boolean isRunning() {
    return Postmaster.of(settings.cluster()).isPresent();
  }

  /** Makes the data folder. */
  void initialise(Secret superuser) throws IOException {
    long begun = log.size();
    if (!programs.initialise(superuser.file())) {
      throw notStarted(begun);
    }
  }

  /** Starts the server; whatever an earlier one left behind is ended before. */
  void start() throws IOException {
    Leftovers.end(settings.cluster());
    // Its process id may belong to a stranger by now, which would keep the server from starting.
    Files.deleteIfExists(Postmaster.file(settings.cluster()));
    long begun = log.size();
    if (!programs.start(settings.port(), ServerParameters.ALL, START_SECONDS)) {
      stop();
      throw notStarted(begun);
    }
  }

  private DatabaseRefused notStarted(long begun) throws IOException {
    if (log.tellsOfTheSocket(begun)) {
      return new ServerPort(settings.port()).refused(null);
    }
    String reason = log.reason(begun).orElse("没有说明原因");
    return new DatabaseRefused(
        """
        内置数据库没有启动，数据目录 %s 可能已损坏。数据库的说明：%s（详情见 %s）。
        请先把整个数据目录另存一份，再用最近的备份恢复；不要删除其中的文件。没有备份时，请把这段话告诉维护人员。"""
            .formatted(settings.cluster(), reason, log.file()));
  }

  /** Stops the server and waits for its end. */
  void stop() {
    Optional<Postmaster> running = Postmaster.of(settings.cluster());
    if (running.isPresent()) {
      if (!programs.stop(STOP_SECONDS)) {
        running.get().end();
      }
      if (!running.get().awaitEnd()) {
        throw new DatabaseRefused(
            "内置数据库的进程（进程号 %d，数据目录 %s）无法停止；请手工结束该进程后再启动。"
                .formatted(running.get().pid(), settings.cluster()));
      }
    }
    Leftovers.end(settings.cluster());
  }
}
