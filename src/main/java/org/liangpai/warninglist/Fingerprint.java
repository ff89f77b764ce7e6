package org.liangpai.warninglist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The SHA-256 of the names and bytes of files, whatever the order in which they came. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(Map<String, byte[]> files) {
    MessageDigest digest = sha256();
    new TreeMap<>(files)
        .forEach(
            (name, bytes) -> {
              update(digest, name.getBytes(StandardCharsets.UTF_8));
              update(digest, bytes);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  // The length goes first, so that no shift of bytes between a name and its file goes unseen.
  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
