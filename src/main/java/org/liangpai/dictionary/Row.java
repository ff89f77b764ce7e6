package org.liangpai.dictionary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** One row of a table: a value or a blank ({@code null}) for each field. */
public final class Row {

  private final Table table;
  private final Object[] values;

  public Row(Table table) {
    this(table, new Object[table.fields().size()]);
  }

  /** A row of the values in the order of the table's fields; the array is not copied. */
  public Row(Table table, Object[] values) {
    if (values.length != table.fields().size()) {
      throw new IllegalArgumentException(
          "%s has %d fields, not %d".formatted(table, table.fields().size(), values.length));
    }
    this.table = table;
    this.values = values;
  }

  public Table table() {
    return table;
  }

  /**
   * The value of a field, or {@code null} for a blank; its Java type is that of {@link FieldType}.
   */
  public Object get(String field) {
    return values[table.indexOf(field)];
  }

  public Object get(int index) {
    return values[index];
  }

  public String text(String field) {
    return (String) get(field);
  }

  public Integer integer(String field) {
    return (Integer) get(field);
  }

  public BigDecimal decimal(String field) {
    return (BigDecimal) get(field);
  }

  public LocalDate date(String field) {
    return (LocalDate) get(field);
  }

  public YearMonth month(String field) {
    return (YearMonth) get(field);
  }

  public Boolean flag(String field) {
    return (Boolean) get(field);
  }

  /** The codes of a set field; empty for a blank. */
  @SuppressWarnings("unchecked")
  public List<String> codes(String field) {
    Object codes = get(field);
    return codes == null ? List.of() : (List<String>) codes;
  }

  public boolean isBlank(String field) {
    return get(field) == null;
  }

  /** A copy of this row with another value in one field. */
  public Row with(String field, Object value) {
    Object[] copy = values.clone();
    copy[table.indexOf(field)] = value;
    return new Row(table, copy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row row && row.table == table && Arrays.equals(row.values, values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return table + Arrays.toString(values);
  }
}
