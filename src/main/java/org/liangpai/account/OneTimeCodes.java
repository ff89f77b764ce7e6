package org.liangpai.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.liangpai.keys.Keys;
import org.liangpai.keys.SealedColumn;
import org.liangpai.shared.NamedStatement;

/** One-time codes by time (RFC 6238): of the present step, the one before and the one after. */
@ApplicationScoped
class OneTimeCodes {

  /** What became of a code. */
  enum Outcome {
    TAKEN,
    /** It was right, and was taken before. */
    USED,
    WRONG
  }

  static final Duration STEP = Duration.ofSeconds(30);
  private static final int AROUND = 1;
  private static final int DIGITS = 6;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
  private final Keys keys;
  private final Clock clock;

  OneTimeCodes(Keys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The secret of an account as it is kept. */
  String sealed(Account account, byte[] secret) {
    String text = Base64.getEncoder().encodeToString(secret);
    return keys.seal(SealedColumn.SECOND_FACTOR, account.id(), text);
  }

  /** Takes a code if it is right; a code, and any before it, is taken once. */
  Outcome use(Connection connection, Account account, String code) throws SQLException {
    OptionalLong step = step(account, code);
    if (step.isEmpty()) {
      return Outcome.WRONG;
    }
    return NamedStatement.of(
                    """
                    UPDATE account SET totp_step = :step
                    WHERE id = :id AND (totp_step IS NULL OR totp_step < :step)
                    """)
                .with("step", step.getAsLong())
                .with("id", account.id())
                .execute(connection)
            == 1
        ? Outcome.TAKEN
        : Outcome.USED;
  }

  /** The step that a code belongs to, if it is right. */
  private OptionalLong step(Account account, String code) {
    String sealed = account.secondFactor().secret();
    if (sealed == null) {
      return OptionalLong.empty();
    }
    Optional<byte[]> opened =
        keys.open(SealedColumn.SECOND_FACTOR, account.id(), sealed)
            .map(Base64.getDecoder()::decode);
    if (opened.isEmpty()) {
      return OptionalLong.empty();
    }
    byte[] secret = opened.get();
    String digits = code.replaceAll("\\s", "");
    long present = clock.instant().getEpochSecond() / STEP.toSeconds();
    for (long step = present - AROUND; step <= present + AROUND; step++) {
      if (Secrets.isSame(code(secret, step), digits)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private String code(byte[] secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
