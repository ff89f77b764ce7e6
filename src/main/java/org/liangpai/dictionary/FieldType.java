package org.liangpai.dictionary;

/** The type of a field, with the Java type in which a {@link Row} holds its value. */
public enum FieldType {
  /** Free text; {@code String}. */
  TEXT("text"),
  /**
   * The code of a unit or branch, at most 64 characters without blanks or slashes; {@code String}.
   */
  CODE("text"),
  /** A whole number from 0 to 1,000,000,000; {@code Integer}. */
  INTEGER("integer"),
  /** A number with at most two decimals, from 0; {@code BigDecimal}. */
  DECIMAL("numeric(16,2)"),
  /** An amount in yuan with at most two decimals, from 0; {@code BigDecimal}. */
  MONEY("numeric(16,2)"),
  /** A day; {@code LocalDate}. */
  DATE("date"),
  /** A month; {@code YearMonth}, stored as its first day. */
  MONTH("date"),
  /** 是 or 否; {@code Boolean}. */
  BOOLEAN("boolean"),
  /** One of the field's choices; {@code String}, the code of the choice. */
  CHOICE("text"),
  /** Some of the field's choices; a {@code List<String>} of codes in the order of the choices. */
  CHOICES("text[]"),
  /** One of the domains of the warning list; {@code String}, the code of the domain. */
  DOMAIN("text");

  private final String column;

  FieldType(String column) {
    this.column = column;
  }

  /** The PostgreSQL type of the column that holds such a field. */
  public String column() {
    return column;
  }
}
