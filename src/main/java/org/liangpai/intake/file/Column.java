package org.liangpai.intake.file;

import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;

/** What a workbook tells its user about one column. */
final class Column {

  private static final Choice YES = new Choice("true", "是");
  private static final Choice NO = new Choice("false", "否");

  private final Field field;
  private final List<Choice> choices;

  Column(Field field, List<Choice> domains) {
    this.field = field;
    this.choices =
        switch (field.type()) {
          case CHOICE, CHOICES -> field.choices();
          case DOMAIN -> domains;
          case BOOLEAN -> List.of(YES, NO);
          case TEXT, CODE, INTEGER, DECIMAL, MONEY, DATE, MONTH -> List.of();
        };
  }

  /** The labels of a drop-down, or nothing where one may not choose or may choose several. */
  List<String> dropDown() {
    return field.type() == FieldType.CHOICES
        ? List.of()
        : choices.stream().map(Choice::label).toList();
  }

  String comment() {
    String need =
        switch (field.need()) {
          case COMPULSORY -> "必填";
          case REQUIRED -> "应填（没有填0）";
          case OPTIONAL -> "选填";
        };
    return field.label()
        + "（"
        + need
        + "）\n"
        + form()
        + (field.note().isEmpty() ? "" : "\n" + field.note());
  }

  /** Spreadsheets rewrite dates and long codes unless the column is text. */
  boolean isText() {
    return switch (field.type()) {
      case TEXT, CODE, DATE, MONTH, CHOICE, CHOICES, DOMAIN, BOOLEAN -> true;
      case INTEGER, DECIMAL, MONEY -> false;
    };
  }

  int width() {
    return Math.max(12, Math.min(28, field.label().length() * 2 + 4));
  }

  /** The content of the example row; it is passed over by an import. */
  String example() {
    return switch (field.type()) {
      case TEXT -> GridTable.EXAMPLE + field.label();
      case CODE -> GridTable.EXAMPLE + "001";
      case INTEGER -> field.name().endsWith("Year") ? "2025" : "3";
      case DECIMAL, MONEY -> "56.5";
      case DATE -> "2026-10-15";
      case MONTH -> "2026-10";
      case BOOLEAN, CHOICE, DOMAIN, CHOICES -> choices.get(0).label();
    };
  }

  private String form() {
    return switch (field.type()) {
      case TEXT -> "文字";
      case CODE -> "编码，最多64个字符，不含空格和 / \\ ? # %";
      case INTEGER -> field.name().endsWith("Year") ? "年份，如 2025" : "整数，不小于0";
      case DECIMAL, MONEY -> "不小于0的数，最多两位小数";
      case DATE -> "日期，如 2026-10-15";
      case MONTH -> "月份，如 2026-10";
      case BOOLEAN, CHOICE, DOMAIN -> "从中选一：" + labels();
      case CHOICES -> "可填多个，用顿号分隔：" + labels();
    };
  }

  private String labels() {
    return choices.stream().map(Choice::label).collect(Collectors.joining("、"));
  }
}
