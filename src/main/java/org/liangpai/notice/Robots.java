package org.liangpai.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.liangpai.shared.NamedStatement;

/** The robots on file. */
final class Robots {

  private Robots() {}

  /** A robot that has not been removed. */
  static Optional<Robot> present(Connection connection, long id) throws SQLException {
    return NamedStatement.of(
            "SELECT id, kind, url, secret FROM notice_robot WHERE id = :id AND removed_at IS NULL")
        .with("id", id)
        .list(
            connection,
            row ->
                new Robot(
                    row.getLong(1),
                    RobotKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4)))
        .stream()
        .findFirst();
  }
}
