package org.liangpai.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a file is known. */
final class Sha256 {

  private Sha256() {}

  /** Passes everything on, and tells its hash in hexadecimal digits. */
  static String of(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = digest();
    try (DigestInputStream counted = new DigestInputStream(in, digest)) {
      counted.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
