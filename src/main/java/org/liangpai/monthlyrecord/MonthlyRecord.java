package org.liangpai.monthlyrecord;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.RowJson;
import org.liangpai.dictionary.Table;
import org.liangpai.shared.ClockProducer;

/**
 * What a branch filed for a month (月度纪实).
 *
 * @param status FILED, or RETURNED to be mended
 * @param returnReason why it was returned, or null
 */
public record MonthlyRecord(
    Row row,
    List<Row> meetings,
    int version,
    String status,
    String returnReason,
    OffsetDateTime recordedAt,
    String recordedBy) {

  static MonthlyRecord read(ResultSet result, List<Row> meetings) throws SQLException {
    int next = Table.RECORDS.fields().size() + 1;
    return new MonthlyRecord(
        RowColumns.read(result, Table.RECORDS),
        meetings,
        result.getInt(next),
        result.getString(next + 1),
        result.getString(next + 2),
        local(result.getObject(next + 3, OffsetDateTime.class)),
        result.getString(next + 4));
  }

  /** As the API shows it: its fields, its meetings, and what became of it. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>(content());
    json.put("version", version);
    json.put("status", status);
    json.put("returnReason", returnReason);
    json.put("recordedAt", recordedAt.toString());
    json.put("recordedBy", recordedBy);
    return json;
  }

  Map<String, Object> content() {
    return content(row, meetings);
  }

  /** A record and its meetings, which do not repeat whose they are. */
  static Map<String, Object> content(Row row, List<Row> meetings) {
    Map<String, Object> json = RowJson.of(row);
    List<Map<String, Object>> list = new ArrayList<>();
    for (Row meeting : meetings) {
      Map<String, Object> one = RowJson.of(meeting);
      one.remove("branchCode");
      one.remove("month");
      list.add(one);
    }
    json.put("meetings", list);
    return json;
  }

  static OffsetDateTime local(OffsetDateTime at) {
    return at.atZoneSameInstant(ClockProducer.ZONE).toOffsetDateTime();
  }
}
