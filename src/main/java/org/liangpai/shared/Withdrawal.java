package org.liangpai.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** That something which stays on file no longer counts: who withdrew it when, and why. */
public record Withdrawal(OffsetDateTime at, String by, String reason) {

  /** The withdrawal of a row that knows of one, or {@code null} if it still counts. */
  public static Withdrawal of(ResultSet row) throws SQLException {
    return row.getString("withdrawn_by") == null
        ? null
        : new Withdrawal(
            LocalTimes.at(row, "withdrawn_at"),
            row.getString("withdrawn_by"),
            row.getString("withdrawal_reason"));
  }
}
