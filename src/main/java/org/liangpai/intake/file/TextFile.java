package org.liangpai.intake.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text file whose encoding is found by reading it: by its mark, else UTF-8, else GB18030. A short
 * file may be read as either; then the reading with Chinese characters is the right one.
 */
final class TextFile {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LOOKED_AT = 4096;
  private static final int LEAST_ZEROS = 2;

  private TextFile() {}

  /** A reader behind the byte order mark, if there is one. */
  static Reader open(Path file, String part) throws IOException {
    byte[] head = head(file, LOOKED_AT);
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return open(file, StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return open(file, StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return open(file, StandardCharsets.UTF_16BE, 2);
    }
    return open(file, unmarked(file, head, part), 0);
  }

  /** The first bytes of a file, at most so many. */
  static byte[] head(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }

  static boolean startsWith(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset unmarked(Path file, byte[] head, String part) throws IOException {
    Optional<Charset> wide = wide(head);
    if (wide.isPresent() && reading(file, wide.get()).isPresent()) {
      return wide.get();
    }
    Reading utf8 = reading(file, StandardCharsets.UTF_8).orElse(null);
    if (utf8 != null && !utf8.isDoubtful()) {
      return StandardCharsets.UTF_8;
    }
    Reading gb = reading(file, GB18030).orElse(null);
    if (utf8 != null) {
      return gb != null && gb.isMoreChineseThan(utf8) ? GB18030 : StandardCharsets.UTF_8;
    }
    if (gb == null) {
      throw Damage.of(part, "文件编码无法识别，应为UTF-8或GB18030（GBK）编码的CSV");
    }
    return GB18030;
  }

  /**
   * UTF-16 without a mark shows by the zeros of its separators, all at odd or all at even places.
   */
  private static Optional<Charset> wide(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2;
      }
    }
    boolean oneSided = even == 0 ^ odd == 0;
    if (!oneSided || even + odd < LEAST_ZEROS) {
      return Optional.empty();
    }
    return Optional.of(even > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  private static Optional<Reading> reading(Path file, Charset charset) throws IOException {
    char[] buffer = new char[8192];
    Reading reading = new Reading();
    try (Reader reader = open(file, charset, 0)) {
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        reading.add(buffer, count);
      }
      return Optional.of(reading);
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static Reader open(Path file, Charset charset, int skip) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(skip);
    Reader reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return charset.equals(GB18030) ? new Gb18030Of2022(reader) : reader;
  }
}
