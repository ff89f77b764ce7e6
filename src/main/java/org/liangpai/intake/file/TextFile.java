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

/** A text file whose encoding is found by reading it: by its mark, else UTF-8, else GB18030. */
final class TextFile {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private TextFile() {}

  /** A reader behind the byte order mark, if there is one. */
  static Reader open(Path file, String part) throws IOException {
    byte[] head = head(file);
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return open(file, StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return open(file, StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return open(file, StandardCharsets.UTF_16BE, 2);
    }
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
      if (decodes(file, charset)) {
        return open(file, charset, 0);
      }
    }
    throw Damage.of(part, "文件编码无法识别，应为UTF-8或GB18030（GBK）编码的CSV");
  }

  static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
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

  private static boolean decodes(Path file, Charset charset) throws IOException {
    char[] buffer = new char[8192];
    try (Reader reader = open(file, charset, 0)) {
      while (reader.read(buffer) >= 0) {
        // Only whether the bytes can be read matters here.
      }
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static Reader open(Path file, Charset charset, int skip) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(skip);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
