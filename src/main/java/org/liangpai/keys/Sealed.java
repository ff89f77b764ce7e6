package org.liangpai.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A value as it is stored: encrypted, with algorithm and id of the key before it.
 *
 * @param content the nonce and what follows it
 */
record Sealed(Algorithm algorithm, String key, byte[] content) {

  /** What every sealed value begins with. */
  static final String MARK = "sealed:";

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int PARTS = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Seals a text for its place. */
  static Sealed of(String text, String place, Key key, Algorithm algorithm) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] encrypted =
          run(true, algorithm, key, nonce, place, text.getBytes(StandardCharsets.UTF_8));
      byte[] content = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
      System.arraycopy(encrypted, 0, content, NONCE_BYTES, encrypted.length);
      return new Sealed(algorithm, key.id(), content);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static boolean isSealed(String stored) {
    return stored.startsWith(MARK);
  }

  /** Reads what is stored; nothing if it is no sealed value. */
  static Optional<Sealed> read(String stored) {
    String[] parts = stored.split(":");
    if (!isSealed(stored) || parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      byte[] content = Base64.getDecoder().decode(parts[3]);
      return Algorithm.named(parts[1]).map(algorithm -> new Sealed(algorithm, parts[2], content));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** What is stored. */
  String text() {
    return MARK
        + String.join(":", algorithm.label(), key, Base64.getEncoder().encodeToString(content));
  }

  /** Opens it; nothing if it was altered, belongs elsewhere, or the key is another one. */
  Optional<String> open(String place, Key by) {
    if (content.length < NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
    byte[] encrypted = Arrays.copyOfRange(content, NONCE_BYTES, content.length);
    try {
      byte[] opened = run(false, algorithm, by, nonce, place, encrypted);
      return Optional.of(new String(opened, StandardCharsets.UTF_8));
    } catch (InvalidCipherTextException altered) {
      return Optional.empty();
    }
  }

  private static byte[] run(
      boolean isSealing, Algorithm algorithm, Key key, byte[] nonce, String place, byte[] in)
      throws InvalidCipherTextException {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(algorithm.engine());
    byte[] derived = key.derived("sealing " + algorithm.label(), algorithm.keyBytes());
    cipher.init(
        isSealing,
        new AEADParameters(
            new KeyParameter(derived), TAG_BITS, nonce, place.getBytes(StandardCharsets.UTF_8)));
    byte[] out = new byte[cipher.getOutputSize(in.length)];
    int length = cipher.processBytes(in, 0, in.length, out, 0);
    cipher.doFinal(out, length);
    return out;
  }

  @Override
  public String toString() {
    return "sealed by key " + key;
  }
}
