package org.liangpai.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The main process of a PostgreSQL server, as its {@code postmaster.pid} file names it. */
final class Postmaster {

  private static final int STOP_SECONDS = 60;

  private final ProcessHandle process;

  private Postmaster(ProcessHandle process) {
    this.process = process;
  }

  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** The living server of this folder; empty if there is none, whatever the file says. */
  static Optional<Postmaster> of(Path cluster) {
    return pid(file(cluster))
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> serves(process.info(), cluster))
        .map(Postmaster::new);
  }

  private static Optional<Long> pid(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).trim()));
    } catch (IOException | NumberFormatException noServer) {
      return Optional.empty();
    }
  }

  // Process ids are used again, so a number alone does not say that this is our server.
  private static boolean serves(ProcessHandle.Info info, Path cluster) {
    boolean isPostgres =
        info.command()
            .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
            .orElse(false);
    boolean isOurs =
        info.arguments()
            .map(arguments -> List.of(arguments).contains(cluster.toString()))
            .orElse(true);
    return isPostgres && isOurs;
  }

  boolean awaitEnd() {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException stillThere) {
      return false;
    }
  }

  /** Asks for a fast shutdown: open transactions are rolled back, committed ones are kept. */
  void stop(Path programs, Path cluster) {
    if (!ServerPrograms.stop(programs, cluster, STOP_SECONDS)) {
      process.destroy();
    }
    if (!awaitEnd()) {
      throw new DatabaseRefused(
          "上次异常退出后遗留的数据库进程（进程号 %d，数据目录 %s）无法停止；请手工结束该进程后再启动。".formatted(process.pid(), cluster));
    }
  }
}
