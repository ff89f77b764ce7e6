package org.liangpai.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The main process of a PostgreSQL server, as its {@code postmaster.pid} file names it. */
final class Postmaster {

  private static final long LONGEST_MILLIS = 60_000;
  private static final long LOOK_MILLIS = 50;

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
    boolean isOurs =
        info.arguments()
            .map(arguments -> List.of(arguments).contains(cluster.toString()))
            .orElse(true);
    return isPostgres(info) && isOurs;
  }

  /** False for a process that has ended and that nobody has asked about yet: it has no program. */
  static boolean isPostgres(ProcessHandle.Info info) {
    return info.command()
        .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
        .orElse(false);
  }

  long pid() {
    return process.pid();
  }

  /** Tells it to end without the help of its own programs. */
  void end() {
    process.destroy();
  }

  boolean awaitEnd() {
    try {
      for (long waited = 0; waited < LONGEST_MILLIS; waited += LOOK_MILLIS) {
        if (!process.isAlive() || !isPostgres(process.info())) {
          return true;
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
