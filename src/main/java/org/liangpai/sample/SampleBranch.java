package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One branch of the city: what it is, what goes wrong in it, and which of its months are on file.
 *
 * @param silentFrom the first month of which it filed no record though it should have
 * @param silentMonths the number of those months, mostly none
 */
record SampleBranch(
    int number,
    long seed,
    SampleSpan span,
    String unitCode,
    Traits traits,
    Trouble trouble,
    LocalDate foundedOn,
    LocalDate dissolvedOn,
    YearMonth silentFrom,
    int silentMonths) {

  private static final double NEW_SHARE = 0.006;
  private static final double DISSOLVED_SHARE = 0.005;
  private static final double SILENT_SHARE = 0.05;

  private static final String PREFIX = "SL";

  /** What each part of its rows is drawn for. */
  private static final int NATURE = 1;

  private static final int ROSTER = 2;
  private static final int RECORD = 3;
  private static final int MEETINGS = 4;

  /** The branch of this number; it is the same however often and in which order it is asked for. */
  static SampleBranch of(int number, long seed, SampleSpan span) {
    Draw draw = Draw.of(seed, number, NATURE);
    Traits traits = Traits.drawn(draw);
    String unitCode = SampleUnits.unitFor(traits.domain(), draw);
    Trouble trouble = Trouble.drawn(traits, span, draw, seed + number);
    return new SampleBranch(
        number,
        seed,
        span,
        unitCode,
        traits,
        trouble,
        founded(traits, trouble, span, draw),
        draw.chance(DISSOLVED_SHARE)
            ? span.last().minusMonths(draw.between(0, 6)).atDay(draw.between(5, 25))
            : null,
        span.first().plusMonths(draw.between(0, 12)),
        draw.chance(SILENT_SHARE) ? draw.between(1, 3) : 0);
  }

  private static LocalDate founded(Traits traits, Trouble trouble, SampleSpan span, Draw draw) {
    int day = draw.between(1, 28);
    boolean isNew = draw.chance(NEW_SHARE) && trouble.faults().isEmpty();
    if (isNew) {
      return span.last().minusMonths(draw.between(1, 10)).atDay(day);
    }
    // Trouble with a term takes a branch that has been there for one.
    boolean hasTerm = trouble.faults().stream().anyMatch(fault -> fault.slot() == Fault.Slot.TERM);
    if (trouble.has(Fault.ZZ_04) || trouble.has(Fault.ZZ_05) && !hasTerm) {
      return span.first().minusMonths(draw.between(3, 10)).atDay(day);
    }
    int years = traits.isTemporary() ? 1 : draw.between(5, 40);
    return span.first().minusYears(years).minusMonths(draw.between(2, 11)).atDay(day);
  }

  /** The branch of a code, in the city as of the month after the last of a history. */
  static SampleBranch of(String code, long seed, HistoryDay day) {
    int number = Integer.parseInt(code.substring(PREFIX.length()));
    return of(number, seed, SampleSpan.until(day.last().plusMonths(1).atDay(1)));
  }

  static String code(int number) {
    return "%s%06d".formatted(PREFIX, number);
  }

  String code() {
    return code(number);
  }

  String name() {
    return "示例第%04d%s党支部".formatted(number, traits.domain().word());
  }

  String secretary() {
    return "示例书记%04d".formatted(number);
  }

  /** Its committee as it is, which may not be as it should be. */
  int committeeSize() {
    if (trouble.has(Fault.ZW_01)) {
      return 0;
    }
    return trouble.has(Fault.ZW_02) ? number % 3 == 0 ? 8 : 2 : traits.committeeSize();
  }

  /** It was there at the end of the month, and filed its record. */
  boolean hasRecordOf(YearMonth month) {
    LocalDate end = month.atEndOfMonth();
    boolean exists = !foundedOn.isAfter(end) && (dissolvedOn == null || dissolvedOn.isAfter(end));
    boolean silent =
        !month.isBefore(silentFrom) && month.isBefore(silentFrom.plusMonths(silentMonths));
    return exists && !silent;
  }

  boolean hasFault(Fault fault, YearMonth month) {
    return trouble.has(fault, month);
  }

  Draw drawForRoster() {
    return Draw.of(seed, number, ROSTER);
  }

  Draw drawForRecord(YearMonth month) {
    return Draw.of(seed, number, RECORD, month.getYear(), month.getMonthValue());
  }

  Draw drawForMeetings(YearMonth month) {
    return Draw.of(seed, number, MEETINGS, month.getYear(), month.getMonthValue());
  }
}
