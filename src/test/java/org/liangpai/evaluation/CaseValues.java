package org.liangpai.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Row;

/** Reads the values of a case by the types of the dictionary; what does not fit is an error. */
final class CaseValues {

  private CaseValues() {}

  /** The row with the given values in place of its own; {@code null} blanks a field. */
  static Row over(Row standard, JsonNode given, String... notFields) {
    Row row = standard;
    for (Map.Entry<String, JsonNode> entry : given.properties()) {
      if (!List.of(notFields).contains(entry.getKey())) {
        Field field = row.table().field(entry.getKey());
        row = row.with(field.name(), value(field, entry.getValue()));
      }
    }
    return row;
  }

  private static Object value(Field field, JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    String text = node.asText();
    return switch (field.type()) {
      case TEXT, CODE, DOMAIN -> text;
      case INTEGER -> Integer.valueOf(text);
      case DECIMAL, MONEY -> new BigDecimal(text);
      case DATE -> LocalDate.parse(text);
      case MONTH -> YearMonth.parse(text);
      case BOOLEAN -> flag(field, node);
      case CHOICE -> choice(field, text);
      case CHOICES -> choices(field, node);
    };
  }

  private static Boolean flag(Field field, JsonNode node) {
    if (!node.isBoolean()) {
      throw new IllegalArgumentException(field.name() + " is true or false, not " + node);
    }
    return node.booleanValue();
  }

  private static List<String> choices(Field field, JsonNode node) {
    if (!node.isArray()) {
      throw new IllegalArgumentException(field.name() + " is a list, not " + node);
    }
    List<String> codes = new ArrayList<>();
    node.forEach(one -> codes.add(choice(field, one.asText())));
    return codes;
  }

  private static String choice(Field field, String code) {
    if (field.choices().stream().map(Choice::code).noneMatch(code::equals)) {
      throw new IllegalArgumentException(field.name() + " has no choice " + code);
    }
    return code;
  }
}
