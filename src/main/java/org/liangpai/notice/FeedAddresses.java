package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * The addresses at which calendars are read without signing in. An account has one at most; a new
 * one takes the place of the old, which is no good any more.
 */
@ApplicationScoped
public class FeedAddresses {

  /**
   * What is void since the password was changed, or the account deactivated, is as if not there.
   */
  private static final String GOOD =
      """
       AND NOT EXISTS (SELECT FROM account a WHERE a.name = f.account
         AND a.access_version <> f.access_version)
      """;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final Transactions transactions;
  private final Auditing auditing;
  private final NoticeConfig config;
  private final CurrentViewer viewer;
  private final Clock clock;

  FeedAddresses(
      Transactions transactions,
      Auditing auditing,
      NoticeConfig config,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.config = config;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** When the viewer's own was issued, or {@code null} if there is none. */
  public Instant issuedAt() {
    return transactions
        .call(
            connection ->
                NamedStatement.of(
                        "SELECT f.issued_at FROM notice_feed f WHERE f.account = :account" + GOOD)
                    .with("account", viewer.account())
                    .list(connection, row -> row.getObject(1, OffsetDateTime.class).toInstant()))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /**
   * Issues a new one for the viewer and gives it whole; it is shown this once. People reach the
   * service at the address that is configured, if one is.
   *
   * @param reached where the service was reached this time
   */
  public String issue(URI reached) {
    return config.address().orElse(reached).toString().replaceAll("/$", "") + issue();
  }

  /** Issues a new one for the viewer and gives its path; it is shown this once. */
  public String issue() {
    String token = random();
    return transactions.call(
        connection -> {
          NamedStatement.of(
                  """
                  INSERT INTO notice_feed (account, token_hash, issued_at, access_version) VALUES (:account, :hash, :now,
                    coalesce((SELECT access_version FROM account WHERE name = :account), 1))
                  ON CONFLICT ON CONSTRAINT pk_notice_feed DO UPDATE SET token_hash = EXCLUDED.token_hash,
                    issued_at = EXCLUDED.issued_at, access_version = EXCLUDED.access_version
                  """)
              .with("account", viewer.account())
              .with("hash", hash(token))
              .with("now", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
              .execute(connection);
          record(connection, "新地址");
          return "/calendar/" + token + ".ics";
        });
  }

  /** Ends the viewer's own, if there is one. */
  public void withdraw() {
    transactions.call(
        connection -> {
          int ended =
              NamedStatement.of("DELETE FROM notice_feed WHERE account = :account")
                  .with("account", viewer.account())
                  .execute(connection);
          if (ended > 0) {
            record(connection, "已停用");
          }
          return null;
        });
  }

  /** Whose calendar is at an address. */
  Optional<String> account(Connection connection, String token) throws SQLException {
    return NamedStatement.of(
            "SELECT f.account FROM notice_feed f WHERE f.token_hash = :hash" + GOOD)
        .with("hash", hash(token))
        .list(connection, row -> row.getString(1))
        .stream()
        .findFirst();
  }

  private void record(Connection connection, String what) {
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.FEED_ADDRESS_CHANGED, ObjectKind.NOTICE, viewer.account())
                .now(Map.of("日历订阅", what))));
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
