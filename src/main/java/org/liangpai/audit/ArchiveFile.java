package org.liangpai.audit;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The rows of a month in a file: lines of JSON, compressed. */
record ArchiveFile(Path path) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Gives rows one by one. */
  interface Rows {
    void each(Consumer<ChainedRow> action) throws IOException, SQLException;
  }

  /** Writes all rows, or no file. */
  void write(Rows rows) throws IOException, SQLException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    try (OutputStream out =
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)));
        SequenceWriter lines =
            MAPPER.writerFor(ChainedRow.class).withRootValueSeparator("\n").writeValues(out)) {
      rows.each(
          row -> {
            try {
              lines.write(row);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    }
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads all rows. */
  void read(Consumer<ChainedRow> action) throws IOException {
    try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)));
        MappingIterator<ChainedRow> rows = MAPPER.readerFor(ChainedRow.class).readValues(in)) {
      while (rows.hasNextValue()) {
        action.accept(rows.nextValue());
      }
    }
  }

  /** The fingerprint of the file. */
  String sha256() throws IOException {
    MessageDigest digest = ChainedRow.sha256();
    try (InputStream in =
        new DigestInputStream(new BufferedInputStream(Files.newInputStream(path)), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
