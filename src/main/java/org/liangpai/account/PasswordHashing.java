package org.liangpai.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** Hashes passwords by Argon2id, with the parameters that OWASP recommends. */
@ApplicationScoped
class PasswordHashing {

  private static final int KIBIBYTES = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int LENGTH = 32;
  private static final int SALT = 16;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(KIBIBYTES, ITERATIONS, LANES, LENGTH, Argon2.ID);

  /** Each takes memory and a core; more at once would only be slower. */
  private final Semaphore turn = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  /** What a password is compared with where there is no account: it takes as long, and fails. */
  private final String ofNobody = hash(Secrets.random());

  String hash(String password) {
    turn.acquireUninterruptibly();
    try {
      return Password.hash(password).addSalt(Secrets.bytes(SALT)).with(ARGON2).getResult();
    } finally {
      turn.release();
    }
  }

  /** Whether the password is the one of the hash; none is, where there is no hash. */
  boolean isSame(String password, String hash) {
    if (hash == null) {
      return compareWithNobody(password);
    }
    turn.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      turn.release();
    }
  }

  /** Takes as long as a comparison. */
  boolean compareWithNobody(String password) {
    isSame(password, ofNobody);
    return false;
  }
}
