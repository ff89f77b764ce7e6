package org.liangpai.intake.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of a GB18030 decoder with the characters that the standard gave their place in 2022.
 * Before Java 21 they are decoded to the private use area, where no font and no other file has
 * them.
 */
final class Gb18030Of2022 extends FilterReader {

  private static final char FIRST = '\uE78D';
  private static final char LAST = '\uE864';

  /** Pairs: the private character, and the one that is meant. */
  private static final String[] PAIRS = {
    "\uE78D\uFE10",
    "\uE78E\uFE12",
    "\uE78F\uFE11",
    "\uE790\uFE13",
    "\uE791\uFE14",
    "\uE792\uFE15",
    "\uE793\uFE16",
    "\uE794\uFE17",
    "\uE795\uFE18",
    "\uE796\uFE19",
    "\uE816\uD840\uDC87",
    "\uE817\uD840\uDC89",
    "\uE818\uD840\uDCCC",
    "\uE81E\u9FB4",
    "\uE826\u9FB5",
    "\uE82B\u9FB6",
    "\uE82C\u9FB7",
    "\uE831\uD845\uDDD7",
    "\uE832\u9FB8",
    "\uE83B\uD848\uDD8F",
    "\uE843\u9FB9",
    "\uE854\u9FBA",
    "\uE855\uD850\uDDFE",
    "\uE864\u9FBB"
  };

  private static final String[] MEANT = new String[LAST - FIRST + 1];

  static {
    for (String pair : PAIRS) {
      MEANT[pair.charAt(0) - FIRST] = pair.substring(1);
    }
  }

  /** The second half of a character of which the first was the last that fitted; 0 for none. */
  private char rest;

  Gb18030Of2022(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int written = 0;
    if (rest != 0 && length > 0) {
      buffer[offset + written++] = rest;
      rest = 0;
    }
    // A character may become two, so no more than half of what fits is read.
    char[] read = new char[Math.max(1, (length - written) / 2)];
    int count = written == length ? 0 : in.read(read, 0, read.length);
    for (int i = 0; i < count; i++) {
      String meant = meant(read[i]);
      buffer[offset + written++] = meant == null ? read[i] : meant.charAt(0);
      if (meant != null && meant.length() > 1) {
        if (written < length) {
          buffer[offset + written++] = meant.charAt(1);
        } else {
          rest = meant.charAt(1);
        }
      }
    }
    return written == 0 && count < 0 ? -1 : written;
  }

  private static String meant(char c) {
    return c < FIRST || c > LAST ? null : MEANT[c - FIRST];
  }
}
