package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.dictionary.Row;

/**
 * A row read as of a day: a date after that day counts as not yet there, and of a row that is
 * missing everything is unknown.
 */
final class RowReading {

  private final Row row;
  private final String subject;
  private final LocalDate asOf;

  private RowReading(Row row, String subject, LocalDate asOf) {
    this.row = row;
    this.subject = subject;
    this.asOf = asOf;
  }

  /**
   * @param subject whose field is missing if one is, put before 缺少; may be empty
   */
  static RowReading of(Row row, String subject, LocalDate asOf) {
    return new RowReading(row, subject, asOf);
  }

  /**
   * @param gap why there is no row
   */
  static RowReading missing(String gap) {
    return new RowReading(null, gap, null);
  }

  boolean isMissing() {
    return row == null;
  }

  Row row() {
    return row;
  }

  Figure figure(String field) {
    Object value = row == null ? null : row.get(field);
    if (value == null) {
      return Figure.unknown(blank(field));
    }
    return value instanceof Integer whole
        ? Figure.of(field, whole)
        : Figure.of(field, (BigDecimal) value);
  }

  Figure figureOrZero(String field) {
    return row != null && row.isBlank(field) ? Figure.of(field, 0) : figure(field);
  }

  Flag flag(String field) {
    return row == null || row.isBlank(field)
        ? Flag.unknown(blank(field))
        : Flag.of(field, row.flag(field));
  }

  Word word(String field) {
    if (row == null) {
      return Word.unknown(subject);
    }
    return row.isBlank(field) ? Word.blank(field, gapText(field)) : Word.of(field, row.text(field));
  }

  Word wordOr(String field, String meaningOfBlank) {
    return row != null && row.isBlank(field) ? Word.of(field, meaningOfBlank) : word(field);
  }

  Word words(String field) {
    if (row == null) {
      return Word.unknown(subject);
    }
    return row.isBlank(field)
        ? Word.blank(field, gapText(field))
        : Word.of(field, List.copyOf(row.codes(field)), row.table().field(field)::labelOf);
  }

  /** A day of the past: after {@code asOf} it has not happened yet. */
  Day day(String field) {
    Day day = plannedDay(field);
    return day.date() != null && day.date().isAfter(asOf) ? Day.blank(field, gapText(field)) : day;
  }

  /** A planned day, which may lie ahead. */
  Day plannedDay(String field) {
    if (row == null) {
      return Day.unknown(subject);
    }
    LocalDate date = row.date(field);
    return date == null ? Day.blank(field, gapText(field)) : Day.of(field, date);
  }

  /** A blank is told like a value: another condition may hit, and its sentence asks for all. */
  private Readings blank(String field) {
    return row == null
        ? Readings.gap(subject)
        : Readings.of(field, null).and(Readings.gap(gapText(field)));
  }

  private String gapText(String field) {
    return subject + "缺少“" + row.table().field(field).label() + "”";
  }
}
