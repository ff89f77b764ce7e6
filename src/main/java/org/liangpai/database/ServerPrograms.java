package org.liangpai.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The unpacked programs of PostgreSQL. */
final class ServerPrograms {

  private ServerPrograms() {}

  /** Makes the folder ready for the programs to be unpacked into it. */
  static void prepare(Path programs) throws IOException {
    Files.createDirectories(programs);
    // Unpacking opens its folder to everyone, so the one above has to be closed.
    OwnerOnly.close(programs.getParent());
    dropHalfUnpacked(programs);
  }

  // What a killed process left half unpacked would be taken for whole.
  private static void dropHalfUnpacked(Path programs) throws IOException {
    for (Path version : versions(programs)) {
      if (!Files.exists(version.resolve(".exists"))) {
        deleteTree(version);
      }
    }
  }

  static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  static boolean stop(Path programs, Path cluster, int seconds) {
    for (Path version : versions(programs)) {
      Path control = version.resolve("bin").resolve("pg_ctl" + (isWindows() ? ".exe" : ""));
      if (Files.exists(control) && run(stopCommand(control, cluster, seconds), seconds + 5)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> stopCommand(Path control, Path cluster, int seconds) {
    List<String> command = new ArrayList<>();
    // pg_ctl refuses to be root, and is started as the server was: in a user namespace.
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(control.toString(), "-D", cluster.toString(), "stop"));
    command.addAll(List.of("-m", "fast", "-w", "-t", Integer.toString(seconds)));
    return command;
  }

  private static boolean run(List<String> command, int seconds) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notRunnable) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<Path> versions(Path programs) {
    if (!Files.isDirectory(programs)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(programs)) {
      return children.filter(child -> child.getFileName().toString().startsWith("PG-")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
