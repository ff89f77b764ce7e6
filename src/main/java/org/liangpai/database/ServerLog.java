package org.liangpai.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** What the embedded server writes, read for the reason why it ended. */
record ServerLog(Path file) {

  private static final long LIMIT = 10_000_000;
  private static final List<String> GRAVE = List.of("FATAL:", "PANIC:", "error:");
  private static final String NO_SOCKET = "could not create any TCP/IP sockets";

  /** Begins a new file when the old one has grown long. */
  void turn() throws IOException {
    if (size() > LIMIT) {
      Files.move(file, file.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Why the server ended that began to write after so many bytes, in its own words. */
  Optional<String> reason(long since) throws IOException {
    return lines(since).stream()
        .filter(line -> GRAVE.stream().anyMatch(line::contains))
        .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|error): +", ""))
        .reduce((first, second) -> first);
  }

  boolean tellsOfTheSocket(long since) throws IOException {
    return lines(since).stream().anyMatch(line -> line.contains(NO_SOCKET));
  }

  private List<String> lines(long since) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    byte[] all = Files.readAllBytes(file);
    int from = (int) Math.min(since, all.length);
    // Its messages are ASCII, but names of folders need not be.
    return new String(all, from, all.length - from, StandardCharsets.UTF_8).lines().toList();
  }
}
