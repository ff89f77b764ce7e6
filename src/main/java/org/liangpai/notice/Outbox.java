package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * The messages that are to be sent. A message is taken by one process at a time, for a while: if
 * that process ends meanwhile, another takes it after that, and sends it with the same id.
 */
@ApplicationScoped
class Outbox {

  /** Longer than a sending takes: nobody else takes the message before it is over. */
  static final Duration LEASE = Duration.ofMinutes(3);

  /** After so many attempts, about twelve hours, a person has to look. */
  static final int MOST_ATTEMPTS = 8;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final int FACTOR = 3;

  private static final String TAKE =
      """
      UPDATE notice_message SET lease_until = :lease, attempts = attempts + 1
      WHERE id = (
          SELECT m.id FROM notice_message m
          LEFT JOIN notice_settings s ON m.channel = 'MAIL' AND s.account = m.recipient
          WHERE m.status = 'WAITING' AND m.next_at <= :now AND (m.lease_until IS NULL OR m.lease_until <= :now)
              AND (:mail OR m.channel <> 'MAIL')
              AND (NOT notice_is_quiet(:time,
                      CASE WHEN coalesce(s.quiet, 'DEFAULT') = 'DEFAULT' THEN :quietFrom ELSE s.quiet_from END,
                      CASE WHEN coalesce(s.quiet, 'DEFAULT') = 'DEFAULT' THEN :quietTo ELSE s.quiet_to END)
                  OR EXISTS (SELECT FROM notice_delivery d JOIN notice n ON n.id = d.notice_id
                      WHERE d.message_id = m.id AND n.kind = 'SECURITY'))
              AND (m.channel <> 'ROBOT' OR EXISTS (SELECT FROM notice_robot_slot t
                  WHERE t.robot_id = CAST(m.recipient AS bigint) AND t.taken_at <= :aMinuteAgo))
          ORDER BY m.next_at, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED)
      RETURNING id, channel, recipient, attempts
      """;

  private final Transactions transactions;
  private final RobotSlots slots;
  private final NoticeConfig config;
  private final Clock clock;

  Outbox(Transactions transactions, RobotSlots slots, NoticeConfig config, Clock clock) {
    this.transactions = transactions;
    this.slots = slots;
    this.config = config;
    this.clock = clock;
  }

  /** Takes the message that is due first, if one is due and may be sent now. */
  Optional<Message> take() {
    return transactions.call(
        connection -> {
          List<Message> taken =
              NamedStatement.of(TAKE)
                  .with("now", now())
                  .with("lease", now().plus(LEASE))
                  .with("aMinuteAgo", now().minus(RobotSlots.SPAN))
                  .with("time", LocalTime.now(clock))
                  .with("mail", config.mail())
                  .with("quietFrom", config.quietFrom())
                  .with("quietTo", config.quietTo())
                  .list(
                      connection,
                      row ->
                          new Message(
                              row.getObject(1, UUID.class),
                              Channel.valueOf(row.getString(2)),
                              row.getString(3),
                              row.getInt(4),
                              List.of()));
          return taken.isEmpty() ? Optional.empty() : admitted(connection, taken.get(0));
        });
  }

  /** Another server may have taken the last place of the robot since it was looked for. */
  private Optional<Message> admitted(Connection connection, Message message) throws SQLException {
    if (message.channel() == Channel.ROBOT
        && !slots.take(connection, Long.parseLong(message.recipient()))) {
      connection.rollback();
      return Optional.empty();
    }
    return Optional.of(
        new Message(
            message.id(),
            message.channel(),
            message.recipient(),
            message.attempts(),
            notices(connection, message.id())));
  }

  /**
   * Ends what waits to go by mail while that is switched off, so that it does not wait unseen; it
   * can be sent again once mail is on.
   */
  void endMailSwitchedOff() {
    if (config.mail()) {
      return;
    }
    transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    UPDATE notice_message SET status = 'DEAD', ended_at = :now, lease_until = NULL,
                        last_error = '邮件没有开通'
                    WHERE channel = 'MAIL' AND status = 'WAITING' AND (lease_until IS NULL OR lease_until <= :now)
                    """)
                .with("now", now())
                .execute(connection));
  }

  /** It was sent. */
  void sent(Message message) {
    end(message, "SENT", null);
  }

  /** There is nobody any more to whom it could go. */
  void lapsed(Message message, String reason) {
    end(message, "LAPSED", reason);
  }

  /** It was not taken: it is sent again after a while, each time a longer one, or is dead. */
  void failed(Message message, String reason) {
    if (message.attempts() >= MOST_ATTEMPTS) {
      end(message, "DEAD", reason);
      return;
    }
    transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    UPDATE notice_message SET next_at = :next, lease_until = NULL, last_error = :reason
                    WHERE id = :id AND status = 'WAITING'
                    """)
                .with("next", now().plus(wait(message.attempts())))
                .with("reason", reason)
                .with("id", message.id())
                .execute(connection));
  }

  /** How long to wait after so many attempts. */
  static Duration wait(int attempts) {
    Duration wait = FIRST_WAIT;
    for (int i = 1; i < attempts && wait.compareTo(LONGEST_WAIT) < 0; i++) {
      wait = wait.multipliedBy(FACTOR);
    }
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private void end(Message message, String status, String error) {
    transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    UPDATE notice_message SET status = :status, ended_at = :now, lease_until = NULL,
                        last_error = :error
                    WHERE id = :id AND status = 'WAITING'
                    """)
                .with("status", status)
                .with("now", now())
                .with("error", error)
                .with("id", message.id())
                .execute(connection));
  }

  private static List<ToldNotice> notices(Connection connection, UUID message) throws SQLException {
    return NamedStatement.of(
            """
            SELECT n.kind, n.title, n.body, n.link FROM notice_delivery d JOIN notice n ON n.id = d.notice_id
            WHERE d.message_id = :message ORDER BY n.id
            """)
        .with("message", message)
        .list(
            connection,
            row ->
                new ToldNotice(
                    NoticeKind.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
