package org.liangpai.dictionary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The four tables of the record: sheets of the workbook, parts of the API, tables of the database.
 */
public enum Table {
  UNITS("units", "党组织", Fields.UNITS),
  BRANCHES("branches", "支部名册", Fields.BRANCHES),
  RECORDS("records", "月度纪实", Fields.RECORDS),
  MEETINGS("meetings", "会议活动", Fields.MEETINGS);

  private final String id;
  private final String label;
  private final List<Field> fields;
  private final Map<String, Integer> indexes = new HashMap<>();

  Table(String id, String label, List<Field> fields) {
    this.id = id;
    this.label = label;
    this.fields = fields;
    for (int i = 0; i < fields.size(); i++) {
      indexes.put(fields.get(i).name(), i);
    }
  }

  /** Its name in the API and in reports, such as {@code records}. */
  public String id() {
    return id;
  }

  /** Its Chinese name, which is also the name of its sheet. */
  public String label() {
    return label;
  }

  public List<Field> fields() {
    return fields;
  }

  /** The field of a name; an unknown name is a mistake of the caller and is refused. */
  public Field field(String name) {
    return fields.get(indexOf(name));
  }

  int indexOf(String name) {
    Integer index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException("Table " + id + " has no field '" + name + "'");
    }
    return index;
  }

  /** The table called so, by English or Chinese name. */
  public static Optional<Table> named(String name) {
    for (Table table : values()) {
      if (table.id.equalsIgnoreCase(name) || table.label.equals(name)) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }
}
