package org.liangpai.monthlyrecord;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a record.
 *
 * @param supersededAt when the next one took its place; null for the present one
 * @param content the record and its meetings as JSON
 */
public record RecordVersion(
    int version,
    String recordedAt,
    String recordedBy,
    String supersededAt,
    @JsonRawValue @Schema(ref = "#/components/schemas/MonthlyRecord") String content) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static RecordVersion current(MonthlyRecord record) {
    try {
      return new RecordVersion(
          record.version(),
          record.recordedAt().toString(),
          record.recordedBy(),
          null,
          JSON.writeValueAsString(record.content()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static RecordVersion superseded(ResultSet result) throws SQLException {
    return new RecordVersion(
        result.getInt(1),
        MonthlyRecord.local(result.getObject(3, OffsetDateTime.class)).toString(),
        result.getString(4),
        MonthlyRecord.local(result.getObject(5, OffsetDateTime.class)).toString(),
        result.getString(2));
  }
}
