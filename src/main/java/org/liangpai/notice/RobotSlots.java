package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;

/** The budget of a robot: twenty messages in any sixty seconds, whichever server sends them. */
@ApplicationScoped
class RobotSlots {

  static final int NUMBER = 20;
  static final Duration SPAN = Duration.ofMinutes(1);

  private final Clock clock;

  RobotSlots(Clock clock) {
    this.clock = clock;
  }

  /** Gives a new robot its slots, all of them free. */
  void add(Connection connection, long robot) throws SQLException {
    NamedStatement.of(
            """
            INSERT INTO notice_robot_slot (robot_id, slot, taken_at)
            SELECT :robot, slot, :past FROM generate_series(1, :number) AS slot
            """)
        .with("robot", robot)
        .with("past", now().minus(SPAN))
        .with("number", NUMBER)
        .execute(connection);
  }

  /** Takes a slot, if one is free. */
  boolean take(Connection connection, long robot) throws SQLException {
    return NamedStatement.of(
                """
                UPDATE notice_robot_slot SET taken_at = :now WHERE robot_id = :robot AND slot = (
                    SELECT slot FROM notice_robot_slot WHERE robot_id = :robot AND taken_at <= :aMinuteAgo
                    ORDER BY taken_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                """)
            .with("now", now())
            .with("aMinuteAgo", now().minus(SPAN))
            .with("robot", robot)
            .execute(connection)
        > 0;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
