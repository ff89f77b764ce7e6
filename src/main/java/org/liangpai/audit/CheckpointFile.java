package org.liangpai.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The file that checkpoints are added to, one a line. */
record CheckpointFile(Path path) {

  private static final Object ONE_BY_ONE = new Object();

  /** Adds a line of its own, whatever stands before; it is on disk when this returns. */
  void append(String line) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Whoever looks how the file ends must not see half of what another adds.
    synchronized (ONE_BY_ONE) {
      String added = (endsWithinLine() ? "\n" : "") + line + "\n";
      try (FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer bytes = ByteBuffer.wrap(added.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    }
  }

  private boolean endsWithinLine() throws IOException {
    if (!exists() || Files.size(path) == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) != '\n';
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Passes each line on; a file that is not there has none. */
  void each(Consumer<String> action) throws IOException {
    if (!exists()) {
      return;
    }
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        action.accept(line);
      }
    }
  }

  /** The hashes of all lines. */
  Set<String> hashes() throws IOException {
    Set<String> hashes = new HashSet<>();
    each(line -> hashes.add(Checkpoint.hashOf(line)));
    return hashes;
  }
}
