package org.liangpai.evidence;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps files outside of the database, each under an id of its own. */
interface FileStore {

  /** Keeps a copy of a file; it is safe when this returns. */
  void keep(UUID id, Path file) throws IOException;

  /**
   * The content of a file.
   *
   * @throws FileNotFoundException if there is none
   */
  InputStream read(UUID id) throws IOException;

  /** Removes a file, if there is one. */
  void remove(UUID id) throws IOException;

  /** Passes on the files that were kept before a time, some hundred at a time. */
  void eachKeptBefore(Instant time, Consumer<List<UUID>> some) throws IOException;

  /** The key of a file: it spreads files over folders, and nothing that people wrote is in it. */
  static String key(UUID id) {
    return id.toString().substring(0, 2) + "/" + id;
  }
}
