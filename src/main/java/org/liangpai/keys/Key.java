package org.liangpai.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of the service, from which one is derived for each purpose. */
final class Key {

  static final int BYTES = 32;
  private static final int ID_BYTES = 4;
  private static final String MAC = "HmacSHA256";

  private final byte[] bytes;
  private final String id;

  private Key(byte[] bytes) {
    this.bytes = bytes;
    this.id = HexFormat.of().formatHex(derived("id", ID_BYTES));
  }

  static Key random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Key(bytes);
  }

  /** Reads 32 bytes in Base64; nothing if it is anything else. */
  static Optional<Key> read(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == BYTES ? Optional.of(new Key(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The key as a line of a file. */
  String text() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** By what the key is known; it follows from the key, so a wrong key shows itself. */
  String id() {
    return id;
  }

  /** The key of one purpose. */
  byte[] derived(String purpose, int length) {
    return Arrays.copyOf(mac(bytes, purpose), length);
  }

  /** The signature of a text for one purpose. */
  byte[] sign(String purpose, String text) {
    return mac(derived(purpose, BYTES), text);
  }

  /** Whether this is the signature of the text. */
  boolean isSignature(byte[] signature, String purpose, String text) {
    return MessageDigest.isEqual(signature, sign(purpose, text));
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public String toString() {
    return "key " + id;
  }
}
