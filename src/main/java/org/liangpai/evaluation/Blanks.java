package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** The blanks among the fields that should be filled. */
final class Blanks {

  private static final List<Field> ROSTER = required(Table.BRANCHES);
  private static final List<Field> RECORD = required(Table.RECORDS);

  private Blanks() {}

  static Figure in(Row roster, Row record) {
    List<String> blanks =
        Stream.concat(blanks(ROSTER, roster), blanks(RECORD, record)).map(Field::label).toList();
    Readings readings =
        blanks.isEmpty() ? Readings.NONE : Readings.of("blankFields", String.join("、", blanks));
    return Figure.computed(BigDecimal.valueOf(blanks.size()), readings).named("blanks");
  }

  private static Stream<Field> blanks(List<Field> fields, Row row) {
    return fields.stream().filter(field -> row.isBlank(field.name()));
  }

  private static List<Field> required(Table table) {
    return table.fields().stream().filter(field -> field.need() == Need.REQUIRED).toList();
  }
}
