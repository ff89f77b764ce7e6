package org.liangpai.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, and the hashes by which they are kept. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secrets() {}

  /** A secret that nobody guesses, in letters that a header and an address take. */
  static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
  }

  static byte[] bytes(int number) {
    byte[] bytes = new byte[number];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A number from 0 to below the bound. */
  static int below(int bound) {
    return RANDOM.nextInt(bound);
  }

  /** By what a random secret is found again; it needs no slow hash, being beyond guessing. */
  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Compares without telling by the time how much was right. */
  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(hash(one), hash(other));
  }
}
