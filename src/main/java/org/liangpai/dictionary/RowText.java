package org.liangpai.dictionary;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A value as it is written into a cell: labels instead of codes, 是 and 否, ISO dates. */
public final class RowText {

  private RowText() {}

  /** The text of a value of a field; empty for a blank. */
  public static String of(Field field, Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean flag) {
      return flag ? "是" : "否";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof List<?> codes) {
      return codes.stream()
          .map(code -> field.labelOf(code.toString()))
          .collect(Collectors.joining("、"));
    }
    return field.type() == FieldType.CHOICE ? field.labelOf(value.toString()) : value.toString();
  }
}
