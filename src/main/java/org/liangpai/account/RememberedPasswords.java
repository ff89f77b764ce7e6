package org.liangpai.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a short time ago, by a keyed hash whose key is never stored, so that
 * HTTP Basic does not hash slowly with each request. Whether the account may sign in is asked anew
 * each time.
 */
@ApplicationScoped
class RememberedPasswords {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY = 32;
  private static final int MOST = 10_000;
  private static final Duration FOR = Duration.ofMinutes(5);

  private final SecretKeySpec key = new SecretKeySpec(Secrets.bytes(KEY), ALGORITHM);
  private final Cache<String, Boolean> right =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).build();

  boolean knows(Account account, String password) {
    return right.getIfPresent(entry(account, password)) != null;
  }

  void remember(Account account, String password) {
    right.put(entry(account, password), true);
  }

  // The count of the password is part of it: a changed one is not known any more.
  private String entry(Account account, String password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String text = account.id() + " " + account.password().version() + " " + password;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
