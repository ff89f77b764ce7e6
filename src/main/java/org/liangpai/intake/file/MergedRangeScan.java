package org.liangpai.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Finds the tags of merged ranges among the bytes of a sheet. To parse a large sheet twice only to
 * know what stands behind its rows would cost as much again as to read it.
 */
final class MergedRangeScan {

  private static final String TAG = "mergeCell";
  private static final int LONGEST_TAG = 200;
  private static final int OUTSIDE = -1;

  private final Consumer<String> sink;
  private final StringBuilder attributes = new StringBuilder();

  /** How many characters of the name are matched; the whole name while its attributes are read. */
  private int matched = OUTSIDE;

  MergedRangeScan(Consumer<String> sink) {
    this.sink = sink;
  }

  /** Gives every tag's attributes to the sink; false if the bytes are not plain characters. */
  boolean run(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    boolean first = true;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (first && count > 1 && (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & 0xFE) == 0xFE)) {
        return false;
      }
      first &= count == 0;
      for (int i = 0; i < count; i++) {
        byte c = buffer[i];
        if (c == '<') {
          matched = 0;
          attributes.setLength(0);
        } else if (matched != OUTSIDE) {
          follow((char) (c & 0xFF));
        }
      }
    }
    return true;
  }

  private void follow(char c) {
    if (matched < TAG.length()) {
      boolean inName = Character.isLetterOrDigit(c) || c == '-' || c == '_';
      if (c == TAG.charAt(matched)) {
        matched++;
      } else if (c == ':' || inName) {
        // The name may stand behind that of its namespace.
        matched = c == TAG.charAt(0) ? 1 : 0;
      } else {
        matched = OUTSIDE;
      }
    } else if (c == '>') {
      sink.accept(attributes.toString());
      matched = OUTSIDE;
    } else if (attributes.length() < LONGEST_TAG && (attributes.length() > 0 || c <= ' ')) {
      attributes.append(c);
    } else {
      // mergeCells, or nothing that a workbook has.
      matched = OUTSIDE;
    }
  }
}
