package org.liangpai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liangpai.shared.NamedStatement;

/**
 * A month that was written to a file.
 *
 * @param file its name in the folder of archives
 * @param sha256 the fingerprint of the file
 * @param lastAt the time of its latest row
 * @param heads where each lane stood at its end
 * @param purgedAt when its rows were taken out of the database, or {@code null}
 */
record Archive(
    YearMonth month,
    String file,
    String sha256,
    long entries,
    Instant lastAt,
    Map<Integer, Head> heads,
    Instant purgedAt) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** All of them, the earliest first. */
  static List<Archive> all(Connection connection) throws SQLException {
    return NamedStatement.of(
            """
            SELECT month, file, sha256, entries, last_at, CAST(heads AS text) AS heads, purged_at
            FROM audit_archive ORDER BY month
            """)
        .list(connection, Archive::of);
  }

  String headsJson() {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(heads));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static Archive of(ResultSet row) throws SQLException {
    OffsetDateTime purgedAt = row.getObject("purged_at", OffsetDateTime.class);
    return new Archive(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getString("file"),
        row.getString("sha256"),
        row.getLong("entries"),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        heads(row.getString("heads")),
        purgedAt == null ? null : purgedAt.toInstant());
  }

  private static Map<Integer, Head> heads(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<Map<Integer, Head>>() {});
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
