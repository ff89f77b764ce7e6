package org.liangpai.account.web;

import java.util.StringJoiner;

/** A text as a square of dark and light modules that a telephone can read. */
final class QrCode {

  private static final int MARGIN = 4;

  private QrCode() {}

  /**
   * The dark modules as the path of a picture.
   *
   * @param size how many modules the picture has on each side, the light margin included
   */
  record Drawn(int size, String path) {}

  static Drawn of(String text) {
    io.nayuki.qrcodegen.QrCode code =
        io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
    StringJoiner path = new StringJoiner("");
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.add("M%d,%dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
        }
      }
    }
    return new Drawn(code.size + 2 * MARGIN, path.toString());
  }
}
