package org.liangpai.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The unpacked programs of PostgreSQL, run on one data folder. */
final class ServerPrograms {

  private static final int INITIALISE_SECONDS = 120;

  /** What a program needs to end after it gave up waiting. */
  private static final int GRACE_SECONDS = 5;

  private final Path bin;
  private final Path cluster;
  private final ServerLog log;

  private ServerPrograms(Path bin, Path cluster, ServerLog log) {
    this.bin = bin;
    this.cluster = cluster;
    this.log = log;
  }

  /** Unpacks the programs unless they are there. */
  static ServerPrograms of(DatabaseSettings settings, ServerLog log) throws IOException {
    Path programs = settings.programs();
    Files.createDirectories(programs);
    OwnerOnly.close(programs.getParent());
    dropHalfUnpacked(programs);
    Path unpacked = ProgramArchive.ofThisMachine().unpackedIn(programs);
    return new ServerPrograms(unpacked.resolve("bin"), settings.cluster(), log);
  }

  // What a killed process left half unpacked would be taken for whole.
  private static void dropHalfUnpacked(Path programs) throws IOException {
    try (Stream<Path> children = Files.list(programs)) {
      for (Path child : children.toList()) {
        if (child.getFileName().toString().startsWith(ProgramArchive.PREFIX)
            && !Files.exists(child.resolve(ProgramArchive.WHOLE))) {
          deleteTree(child);
        }
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

  /** Makes the data folder; its superuser gets the password that stands in the file. */
  boolean initialise(Path passwordFile) throws IOException {
    List<String> command = command("initdb", "-A", "scram-sha-256", "-U", DatabaseRoles.SUPERUSER);
    command.addAll(List.of("-D", cluster.toString(), "-E", "UTF-8", "--locale=C"));
    command.add("--pwfile=" + passwordFile);
    return run(command, INITIALISE_SECONDS);
  }

  /** Starts the server and waits until it takes connections; false at once if it ended. */
  boolean start(int port, Map<String, String> parameters, int seconds) throws IOException {
    List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
    parameters.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
    List<String> command = control("start", seconds);
    command.addAll(List.of("-l", log.file().toString(), "-o", String.join(" ", options)));
    return run(command, seconds + GRACE_SECONDS);
  }

  /** Asks for a fast shutdown: open transactions are rolled back, committed ones are kept. */
  boolean stop(int seconds) {
    List<String> command = control("stop", seconds);
    command.addAll(List.of("-m", "fast"));
    try {
      return run(command, seconds + GRACE_SECONDS);
    } catch (IOException notRunnable) {
      return false;
    }
  }

  private List<String> control(String act, int seconds) {
    return command("pg_ctl", act, "-D", cluster.toString(), "-w", "-t", Integer.toString(seconds));
  }

  private List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    // PostgreSQL refuses to be root, and is run in a user namespace then.
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(bin.resolve(program + (isWindows() ? ".exe" : "")).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private boolean run(List<String> command, int seconds) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
            .start();
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }
}
