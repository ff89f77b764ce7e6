package org.liangpai.intake.cell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The days that spreadsheets count, with the time of the day behind the point. */
public final class SerialDay {

  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
  private static final int DAYS_FROM_1900_TO_1904 = 1462;

  /** Before March 1900 the spreadsheet's own calendar is wrong; nothing we keep is that old. */
  private static final int FIRST = 61;

  private static final int LAST = 200_000;

  /** Web exports write midnight some seconds too early. */
  private static final BigDecimal MINUTE = new BigDecimal("0.00069444");

  private SerialDay() {}

  /** The day of a serial; within a minute before midnight it is the next one. */
  public static Optional<LocalDate> of(BigDecimal serial, boolean since1904) {
    // The exponent first: what is far too small or large would take long to add up.
    int magnitude = serial.precision() - serial.scale();
    if (serial.signum() < 0 || magnitude < 1 || magnitude > 6) {
      return Optional.empty();
    }
    if (serial.compareTo(BigDecimal.valueOf(LAST)) > 0) {
      return Optional.empty();
    }
    int days = serial.add(MINUTE).intValue() + (since1904 ? DAYS_FROM_1900_TO_1904 : 0);
    return days < FIRST ? Optional.empty() : Optional.of(ZERO.plusDays(days));
  }
}
