package org.liangpai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file that checkpoints are added to, one a line. */
record CheckpointFile(Path path) {

  private static final Object ONE_BY_ONE = new Object();

  /** What a file holds, what is wrong with it, and what of it says nothing. */
  record Content(List<Checkpoint> checkpoints, List<Damage> damages, List<String> remarks) {}

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

  /** Reads all of it; a file that is not there holds none. */
  Content read() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    List<Damage> damages = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    List<String> lines = List.of();
    try {
      lines = exists() ? Files.readAllLines(path) : lines;
    } catch (IOException unreadable) {
      damages.add(Damage.checkpoints("检查点文件 %s 读不出来".formatted(path)));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (Checkpoint.isUnfinished(lines.get(i))) {
        remarks.add("检查点文件 %s 第%d行不完整，应是写入时中断了，没有用来核对。".formatted(path, i + 1));
        continue;
      }
      try {
        Checkpoint one = Checkpoint.read(lines.get(i));
        if (one.isSound()) {
          checkpoints.add(one);
          continue;
        }
      } catch (JsonProcessingException | NullPointerException damaged) {
        // Told below.
      }
      damages.add(Damage.checkpoints("检查点文件 %s 第%d行被改动过".formatted(path, i + 1)));
    }
    return new Content(checkpoints, damages, remarks);
  }
}
