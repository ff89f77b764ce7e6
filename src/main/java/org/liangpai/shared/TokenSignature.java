package org.liangpai.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and recognises the tokens of forms: a random number, and behind it the number and the
 * session signed with the key of the service. So a token is no good in another session, and nobody
 * else makes one.
 */
final class TokenSignature {

  static final int KEY = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int NUMBER = 16;
  private static final int LENGTH = NUMBER + 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  TokenSignature(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** A token for a session, or for whoever has none. */
  String make(String session) {
    byte[] number = new byte[NUMBER];
    RANDOM.nextBytes(number);
    byte[] token = Arrays.copyOf(number, LENGTH);
    byte[] signature = sign(number, session);
    System.arraycopy(signature, 0, token, NUMBER, signature.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Whether a token was made here, for this session. */
  boolean isOf(String session, String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notOurs) {
      return false;
    }
    return bytes.length == LENGTH
        && MessageDigest.isEqual(
            Arrays.copyOfRange(bytes, NUMBER, LENGTH), sign(Arrays.copyOf(bytes, NUMBER), session));
  }

  private byte[] sign(byte[] number, String session) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(number);
      return mac.doFinal(session.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
