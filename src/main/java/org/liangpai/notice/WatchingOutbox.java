package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Tells how the outbox stands, and lets dead letters be sent again. */
@ApplicationScoped
public class WatchingOutbox {

  private static final String DEAD =
      """
      SELECT m.id, m.channel, coalesce(r.name, m.recipient) AS recipient, m.created_at, m.ended_at, m.last_error,
          (SELECT count(*) FROM notice_delivery d WHERE d.message_id = m.id) AS notices
      FROM notice_message m
      LEFT JOIN notice_robot r ON m.channel = 'ROBOT' AND CAST(r.id AS text) = m.recipient
      WHERE m.status = 'DEAD' ORDER BY m.created_at DESC, m.id LIMIT :limit
      """;

  private final Transactions transactions;
  private final Auditing auditing;
  private final Clock clock;

  WatchingOutbox(Transactions transactions, Auditing auditing, Clock clock) {
    this.transactions = transactions;
    this.auditing = auditing;
    this.clock = clock;
  }

  /** How it stands now. */
  public OutboxStanding standing() {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT count(*) FILTER (WHERE status = 'WAITING'),
                        CAST(coalesce(extract(epoch FROM CAST(:now AS timestamptz)
                            - min(created_at) FILTER (WHERE status = 'WAITING')), 0) AS bigint),
                        count(*) FILTER (WHERE status = 'DEAD')
                    FROM notice_message WHERE status = 'WAITING' OR status = 'DEAD'
                    """)
                .with("now", now())
                .list(
                    connection,
                    row -> new OutboxStanding(row.getLong(1), row.getLong(2), row.getLong(3)))
                .get(0));
  }

  /** The dead letters, the latest first. */
  public List<DeadLetter> dead(int limit) {
    return transactions.call(
        connection ->
            NamedStatement.of(DEAD).with("limit", limit).list(connection, WatchingOutbox::letter));
  }

  /** Sends a dead letter again, with as many attempts as a new one and the same id. */
  public void sendAgain(UUID id) {
    transactions.call(
        connection -> {
          int woken =
              NamedStatement.of(
                      """
                      UPDATE notice_message SET status = 'WAITING', attempts = 0, next_at = :now, ended_at = NULL
                      WHERE id = :id AND status = 'DEAD'
                      """)
                  .with("now", now())
                  .with("id", id)
                  .execute(connection);
          if (woken == 0) {
            throw isThere(connection, id) ? NoticeRefused.notDead() : new NotFound("消息", id);
          }
          auditing.record(connection, List.of(Entry.of(Act.NOTICE_RETRIED, ObjectKind.NOTICE, id)));
          return null;
        });
  }

  private static boolean isThere(Connection connection, UUID id) throws SQLException {
    return !NamedStatement.of("SELECT 1 FROM notice_message WHERE id = :id")
        .with("id", id)
        .list(connection, row -> true)
        .isEmpty();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    Channel channel = Channel.valueOf(row.getString("channel"));
    return new DeadLetter(
        row.getObject("id", UUID.class),
        channel,
        channel.label(),
        row.getString("recipient"),
        row.getInt("notices"),
        LocalTimes.at(row, "created_at"),
        LocalTimes.at(row, "ended_at"),
        row.getString("last_error"));
  }
}
