package org.liangpai.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Reads the times of rows as the clocks of the city show them. */
public final class LocalTimes {

  private LocalTimes() {}

  /** The time of a column, or {@code null}. */
  public static OffsetDateTime at(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.atZoneSameInstant(ClockProducer.ZONE).toOffsetDateTime();
  }
}
