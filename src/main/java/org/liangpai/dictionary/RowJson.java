package org.liangpai.dictionary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row as the API shows it: typed values under the names of the dictionary, blanks as null. */
public final class RowJson {

  private RowJson() {}

  /** All fields of a row, in the order of the dictionary. */
  public static Map<String, Object> of(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Field field : row.table().fields()) {
      json.put(field.name(), plain(row.get(field.name())));
    }
    return json;
  }

  private static Object plain(Object value) {
    return value instanceof LocalDate || value instanceof YearMonth ? value.toString() : value;
  }
}
