package org.liangpai.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PDF that begins with something else: scanners and portals put blanks or a line of their own in
 * front, and every reader looks for the header within the first 1,024 bytes.
 */
final class LatePdf {

  private static final String HEADER = "%PDF-";
  private static final int WITHIN = 1024;

  private LatePdf() {}

  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(WITHIN), StandardCharsets.ISO_8859_1);
      int header = start.indexOf(HEADER);
      return header >= 0 && isHarmless(start.substring(0, header));
    }
  }

  /** Not a page or a program that only carries the header to be taken. */
  private static boolean isHarmless(String before) {
    return before.indexOf('<') < 0
        && !before.startsWith("MZ")
        && !before.startsWith("\u007FELF")
        && !before.startsWith("#!");
  }
}
