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

  /** What a file holds, and what is wrong with it. */
  record Content(List<Checkpoint> checkpoints, List<Damage> damages) {}

  /** Adds a line; it is on disk when this returns. */
  void append(String line) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Reads all of it; a file that is not there holds none. */
  Content read() {
    List<Checkpoint> checkpoints = new ArrayList<>();
    List<Damage> damages = new ArrayList<>();
    List<String> lines = List.of();
    try {
      lines = exists() ? Files.readAllLines(path) : lines;
    } catch (IOException unreadable) {
      damages.add(Damage.checkpoints("检查点文件 %s 读不出来".formatted(path)));
    }
    for (int i = 0; i < lines.size(); i++) {
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
    return new Content(checkpoints, damages);
  }
}
