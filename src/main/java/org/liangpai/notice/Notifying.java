package org.liangpai.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.NamedStatement;

/**
 * Lays notices down for delivery, in the transaction of what they tell of: both are there or
 * neither. A key that was told before is not told again.
 */
@ApplicationScoped
public class Notifying {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DataSource dataSource;
  private final Clock clock;

  Notifying(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Tells of one thing, in the transaction that is under way, else in one of its own. */
  public void tell(Notice notice) {
    tell(List.of(notice));
  }

  /** Tells of several things, in the transaction that is under way, else in one of its own. */
  public void tell(List<Notice> notices) {
    try (Connection connection = dataSource.getConnection()) {
      tell(connection, notices);
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /**
   * Tells of several things in the transaction of the connection.
   *
   * @return the keys of those that were not told before
   */
  public Set<String> tell(Connection connection, List<Notice> notices) throws SQLException {
    return tell(connection, notices, clock.instant());
  }

  /** The same by a command on the machine, without the service. */
  public static Set<String> tell(Connection connection, List<Notice> notices, Instant at)
      throws SQLException {
    if (notices.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        NamedStatement.of("SELECT * FROM notice_tell(CAST(:notices AS jsonb), :at)")
            .with("notices", json(notices))
            .with("at", OffsetDateTime.ofInstant(at, ClockProducer.ZONE))
            .list(connection, row -> row.getString(1)));
  }

  private static String json(List<Notice> notices) {
    try {
      return MAPPER.writeValueAsString(notices);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
