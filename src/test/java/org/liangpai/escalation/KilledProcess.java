package org.liangpai.escalation;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link LadderProcess} as seen from outside: it is told days, and killed. */
final class KilledProcess {

  private static final int PATIENCE_SECONDS = 60;
  private static final int MOMENT_MILLIS = 5;
  private static final String GONE = "GONE";

  private final Process process;
  private final BufferedWriter input;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private boolean ready;

  /** Starts one; it is ready some time later. */
  KilledProcess(ClassArchive archive, String url, String password, StoppingConnection.Fault fault) {
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx96m",
                  "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
      command.addAll(archive.arguments());
      command.addAll(List.of(LadderProcess.class.getName(), url, password, fault.name()));
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    input =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    Thread reader = new Thread(this::listen, "listening");
    reader.setDaemon(true);
    reader.start();
  }

  private void listen() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      output.lines().forEach(said::add);
    } catch (IOException | UncheckedIOException gone) {
      // It was killed while it spoke.
    }
    said.add(GONE);
  }

  /** Tells it something; a process that is dead does not hear it. */
  void tell(String line) {
    awaitReady();
    try {
      input.write(line);
      input.newLine();
      input.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void awaitReady() {
    if (!ready) {
      hear("READY");
      ready = true;
    }
  }

  /** What it says next, but for what does not begin so. */
  String hear(String... beginnings) {
    while (true) {
      String line = next();
      if (line.equals(GONE)) {
        throw new AssertionError("The process ended by itself");
      }
      for (String beginning : beginnings) {
        if (line.startsWith(beginning)) {
          return line;
        }
      }
    }
  }

  /** What it says next of what begins so, if it does within a moment. */
  Optional<String> overhear(String... beginnings) {
    try {
      String line = said.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
      if (GONE.equals(line)) {
        throw new AssertionError("The process ended by itself");
      }
      return Optional.ofNullable(line)
          .filter(found -> Stream.of(beginnings).anyMatch(found::startsWith));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String next() {
    try {
      String line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("The process says nothing");
      }
      return line;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Lets it end in order. */
  void end() {
    try {
      input.close();
      process.waitFor();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
