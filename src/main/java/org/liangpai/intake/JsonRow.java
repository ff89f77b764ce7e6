package org.liangpai.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellParser;
import org.liangpai.intake.cell.Fault;
import org.liangpai.intake.cell.RowParser;
import org.liangpai.intake.cell.StagedRow;
import org.liangpai.intake.fact.Facts;
import org.liangpai.shared.Problem.FieldError;

/** Reads a row of a table from a JSON object; its key comes from elsewhere. */
final class JsonRow {

  private final Table table;
  private final RowParser parser;
  private final Facts facts;

  JsonRow(Table table, CellParser cells, Facts facts) {
    this.table = table;
    this.facts = facts;
    this.parser = new RowParser(table, cells);
  }

  /**
   * The row of an object.
   *
   * @param pointer where the object stands in the request
   * @param key the fields that are known beforehand; the object may repeat but not contradict them
   * @param passedOver names that a reader gets back with the row and may send along
   */
  StagedRow read(
      int number,
      JsonNode object,
      String pointer,
      Map<String, String> key,
      Set<String> passedOver,
      List<FieldError> errors) {
    if (!object.isObject()) {
      errors.add(new FieldError(pointer, "应为JSON对象"));
      return null;
    }
    Cell[] cells = new Cell[table.fields().size()];
    for (int i = 0; i < cells.length; i++) {
      Field field = table.fields().get(i);
      String at = pointer + "/" + field.name();
      Cell cell = cell(field, object.get(field.name()), at, errors);
      String known = key.get(field.name());
      if (known != null && cell != null && !cell.text().equals(known)) {
        errors.add(new FieldError(at, field.label() + "与地址中的“" + known + "”不一致"));
      }
      cells[i] = known == null ? cell : Cell.text(known);
    }
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!passedOver.contains(name)
                  && table.fields().stream().noneMatch(field -> field.name().equals(name))) {
                errors.add(new FieldError(pointer + "/" + name, "没有叫“" + name + "”的字段"));
              }
            });
    StagedRow row = facts.checked(parser.parse(number, cells));
    for (Fault fault : row.faults()) {
      String at = pointer + "/" + fault.field();
      if (errors.stream().noneMatch(error -> error.pointer().equals(at))) {
        errors.add(new FieldError(at, fault.message()));
      }
    }
    return row;
  }

  private static Cell cell(Field field, JsonNode value, String at, List<FieldError> errors) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isTextual()) {
      return Cell.text(value.textValue());
    }
    boolean fits =
        switch (field.type()) {
          case INTEGER, DECIMAL, MONEY -> value.isNumber();
          case BOOLEAN -> value.isBoolean();
          case CHOICES -> value.isArray() && onlyTexts(value);
          case TEXT, CODE, DATE, MONTH, CHOICE, DOMAIN -> false;
        };
    if (!fits) {
      errors.add(new FieldError(at, field.label() + "的类型不对，应为" + expected(field.type())));
      return null;
    }
    if (value.isArray()) {
      return Cell.text(String.join("、", texts(value)));
    }
    return value.isNumber() ? Cell.number(value.asText()) : Cell.text(value.asText());
  }

  private static boolean onlyTexts(JsonNode array) {
    for (JsonNode item : array) {
      if (!item.isTextual() || item.textValue().isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  private static String expected(FieldType type) {
    return switch (type) {
      case INTEGER -> "整数";
      case DECIMAL, MONEY -> "数";
      case BOOLEAN -> "true或false";
      case CHOICES -> "文字的数组";
      case TEXT, CODE, CHOICE, DOMAIN -> "文字";
      case DATE -> "日期文字，如 \"2026-01-05\"";
      case MONTH -> "月份文字，如 \"2026-10\"";
    };
  }
}
