package org.liangpai.evidence;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps files in a folder. A file is there whole or not at all. */
final class FolderStore implements FileStore {

  private static final int SOME = 500;
  private static final String UNFINISHED = ".part";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public void keep(UUID id, Path file) throws IOException {
    Path kept = path(id);
    Files.createDirectories(kept.getParent());
    Path unfinished = Files.createTempFile(folder, id + "-", UNFINISHED);
    try {
      try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
          OutputStream out = Channels.newOutputStream(channel)) {
        Files.copy(file, out);
        channel.force(true);
      }
      Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
      force(kept.getParent());
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  @Override
  public InputStream read(UUID id) throws IOException {
    try {
      return Files.newInputStream(path(id));
    } catch (NoSuchFileException missing) {
      throw new FileNotFoundException(missing.getFile());
    }
  }

  @Override
  public void remove(UUID id) throws IOException {
    Files.deleteIfExists(path(id));
  }

  @Override
  public void eachKeptBefore(Instant time, Consumer<List<UUID>> some) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<UUID> ids = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder, 2)) {
      for (Iterator<Path> files = all.filter(Files::isRegularFile).iterator(); files.hasNext(); ) {
        Path file = files.next();
        String name = file.getFileName().toString();
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
          continue;
        }
        if (name.endsWith(UNFINISHED)) {
          Files.deleteIfExists(file);
        } else if (ID.matcher(name).matches()) {
          ids.add(UUID.fromString(name));
        }
        if (ids.size() == SOME) {
          some.accept(List.copyOf(ids));
          ids.clear();
        }
      }
    }
    some.accept(ids);
  }

  private Path path(UUID id) {
    return folder.resolve(FileStore.key(id));
  }

  /** The name of the file has to be as safe as its content. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
