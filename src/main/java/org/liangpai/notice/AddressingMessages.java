package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Turns open notices into messages once they are due: to whoever holds the posts then. Nobody gets
 * a notice twice by the same channel; where nobody is, it stays in the inbox of the post.
 */
@ApplicationScoped
class AddressingMessages {

  /** Of all servers one addresses at a time; which, does not matter. */
  private static final String ALONE = "SELECT pg_try_advisory_xact_lock(20261, 5)";

  private static final String RECIPIENTS =
      """
      WITH recipients AS (
          SELECT r.*, r.kind = 'SECURITY' OR r.kind = ANY (:urgent) OR coalesce(r.rhythm, :rhythm) = 'AT_ONCE' AS alone,
              r.kind <> 'SECURITY' AND notice_is_quiet(:time, CASE quiet WHEN 'DEFAULT' THEN :quietFrom ELSE quiet_from END,
                  CASE quiet WHEN 'DEFAULT' THEN :quietTo ELSE quiet_to END) AS quiet_now
          FROM notice_recipients(:day) r
          WHERE :mail OR r.channel <> 'MAIL')
      """;

  private static final String ADD =
      RECIPIENTS
          + """
            INSERT INTO notice_delivery (notice_id, channel, recipient, alone)
            SELECT notice_id, channel, recipient, alone FROM recipients
            WHERE NOT quiet_now AND (alone OR told_at <= :digest)
            ON CONFLICT ON CONSTRAINT pk_notice_delivery DO NOTHING
            """;

  private static final String PUT_TOGETHER =
      """
      WITH messages AS MATERIALIZED (
          SELECT gen_random_uuid() AS id, channel, recipient, CASE WHEN alone THEN notice_id END AS single
          FROM notice_delivery WHERE message_id IS NULL
          GROUP BY channel, recipient, CASE WHEN alone THEN notice_id END),
      made AS (
          INSERT INTO notice_message (id, channel, recipient, created_at, next_at)
          SELECT id, channel, recipient, :now, :now FROM messages)
      UPDATE notice_delivery d SET message_id = m.id FROM messages m
      WHERE d.message_id IS NULL AND d.channel = m.channel AND d.recipient = m.recipient
          AND CASE WHEN d.alone THEN d.notice_id END IS NOT DISTINCT FROM m.single
      """;

  /** Who is in their quiet hours keeps a notice open: it goes to them, or to their successor. */
  private static final String SETTLE =
      RECIPIENTS
          + """
            UPDATE notice n SET settled_at = :now
            WHERE n.settled_at IS NULL AND n.at <= :digest AND NOT EXISTS (
                SELECT FROM recipients r WHERE r.notice_id = n.id AND NOT EXISTS (
                    SELECT FROM notice_delivery d
                    WHERE d.notice_id = n.id AND d.channel = r.channel AND d.recipient = r.recipient))
            """;

  private final Transactions transactions;
  private final NoticeConfig config;
  private final Clock clock;

  AddressingMessages(Transactions transactions, NoticeConfig config, Clock clock) {
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /** Addresses what is due now. */
  void address() {
    transactions.call(
        connection -> {
          if (isAlone(connection) && hasOpen(connection)) {
            OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
            with(ADD).execute(connection);
            NamedStatement.of(PUT_TOGETHER).with("now", now).execute(connection);
            with(SETTLE).with("now", now).execute(connection);
          }
          return null;
        });
  }

  private NamedStatement with(String sql) {
    return NamedStatement.of(sql)
        .with("day", LocalDate.now(clock))
        .with("time", LocalTime.now(clock))
        .with("digest", digest())
        .with("mail", config.mail())
        .with("rhythm", config.rhythm().name())
        .with(
            "urgent",
            config.urgent().orElse(Set.of()).stream().map(Enum::name).toArray(String[]::new))
        .with("quietFrom", config.quietFrom())
        .with("quietTo", config.quietTo());
  }

  /** The last moment of a digest: what was told until then is in it. */
  private OffsetDateTime digest() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime today = now.with(config.digestAt());
    return (now.isBefore(today) ? today.minusDays(1) : today).toOffsetDateTime();
  }

  private static boolean isAlone(Connection connection) throws SQLException {
    return NamedStatement.of(ALONE).list(connection, row -> row.getBoolean(1)).get(0);
  }

  private static boolean hasOpen(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT EXISTS (SELECT FROM notice WHERE settled_at IS NULL)")
        .list(connection, row -> row.getBoolean(1))
        .get(0);
  }
}
