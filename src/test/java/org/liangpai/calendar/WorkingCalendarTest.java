package org.liangpai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private final WorkingCalendar calendar = new WorkingCalendar(StateCouncilDays.read());

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2025-12-31, true
          2026-01-01, false
          2026-01-03, false
          2026-01-04, true
          2026-02-13, true
          2026-02-14, true
          2026-02-15, false
          2026-02-23, false
          2026-02-24, true
          2026-02-27, true
          2026-02-28, true
          2026-03-01, false
          2026-04-03, true
          2026-04-04, false
          2026-04-06, false
          2026-04-07, true
          2026-04-30, true
          2026-05-01, false
          2026-05-05, false
          2026-05-06, true
          2026-05-09, true
          2026-05-10, false
          2026-06-18, true
          2026-06-19, false
          2026-06-21, false
          2026-06-22, true
          2026-09-19, false
          2026-09-20, true
          2026-09-24, true
          2026-09-25, false
          2026-09-27, false
          2026-09-28, true
          2026-09-30, true
          2026-10-01, false
          2026-10-07, false
          2026-10-08, true
          2026-10-10, true
          2026-10-11, false
          2025-09-28, true
          2025-10-08, false
          2025-10-09, true
          2025-10-11, true
          """)
  void works_onTheDaysOfThePublishedList(LocalDate day, boolean working) {
    assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 1, 2026-02-14",
    "2026-02-14, 1, 2026-02-24",
    "2026-02-18, 1, 2026-02-24",
    "2026-02-24, 4, 2026-02-28",
    "2026-02-24, 5, 2026-03-02",
    "2026-09-30, 2, 2026-10-09",
    "2026-09-30, 3, 2026-10-10",
    "2026-09-30, 4, 2026-10-12",
    "2026-10-08, -3, 2026-09-28",
    "2026-10-01, 0, 2026-10-01",
  })
  void countsTo_theWorkingDay(LocalDate from, int days, LocalDate due) {
    assertThat(calendar.plusWorkingDays(from, days)).isEqualTo(new DueDay(due, false, from, days));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-30, 1, 2026-12-31, false",
    "2026-12-31, 1, 2027-01-01, true",
    "2027-01-04, -1, 2027-01-01, true",
    "2027-01-04, -2, 2026-12-31, true",
    "2027-01-01, -1, 2026-12-31, false",
    "2027-01-01, 0, 2027-01-01, true",
  })
  void isProvisional_onceAnUnpublishedYearIsCounted(
      LocalDate from, int days, LocalDate due, boolean provisional) {
    assertThat(calendar.plusWorkingDays(from, days))
        .isEqualTo(new DueDay(due, provisional, from, days));
  }

  @ParameterizedTest
  @CsvSource({
    "1999-10-01, true",
    "2026-12-31, true",
    "2027-01-01, false",
    "2027-06-01, false",
    "2028-06-01, true",
    "2029-01-01, false"
  })
  void isKnown_upToTheLastPublishedYearAndInCompleteOnes(LocalDate day, boolean known) {
    DayBook book =
        StateCouncilDays.read()
            .overriddenBy(
                new Overrides(
                    List.of(
                        new SpecialDay(LocalDate.of(2027, 1, 4), false, "元旦"),
                        new SpecialDay(LocalDate.of(2028, 1, 3), false, "元旦")),
                    Set.of(2028)));

    assertThat(new WorkingCalendar(book).isKnown(day)).isEqualTo(known);
  }

  @Test
  void isPlain_beforeTheFirstPublishedDay() {
    assertThat(calendar.isWorkingDay(LocalDate.of(1999, 10, 1))).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(1999, 10, 2))).isFalse();
    assertThat(calendar.plusWorkingDays(LocalDate.of(1921, 7, 1), 1).day())
        .isEqualTo(LocalDate.of(1921, 7, 4));
  }

  @Test
  void obeysTheCity_againstThePublishedDay() {
    LocalDate nationalDay = LocalDate.of(2026, 10, 1);
    LocalDate cityDay = LocalDate.of(2026, 11, 3);
    WorkingCalendar own =
        new WorkingCalendar(
            StateCouncilDays.read()
                .overriddenBy(
                    new Overrides(
                        List.of(
                            new SpecialDay(nationalDay, true, "值守"),
                            new SpecialDay(cityDay, false, "市运动会放假")),
                        Set.of())));

    assertThat(own.isWorkingDay(nationalDay)).isTrue();
    assertThat(own.plusWorkingDays(LocalDate.of(2026, 11, 2), 1).day())
        .isEqualTo(LocalDate.of(2026, 11, 4));
    assertThat(own.skipped(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 4)))
        .containsExactly(new SkippedDay(cityDay, "市运动会放假"));
  }

  @Test
  void explains_everyRestDayThatItSkipped() {
    DueDay due = calendar.plusWorkingDays(LocalDate.of(2026, 9, 18), 8);

    assertThat(due.day()).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(calendar.skipped(due))
        .extracting(SkippedDay::toString)
        .containsExactly(
            "SkippedDay[day=2026-09-19, reason=周六]",
            "SkippedDay[day=2026-09-25, reason=中秋节假期]",
            "SkippedDay[day=2026-09-26, reason=中秋节假期]",
            "SkippedDay[day=2026-09-27, reason=中秋节假期]");
    assertThat(calendar.skipped(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 7)))
        .containsExactly(
            new SkippedDay(LocalDate.of(2026, 11, 7), "周六"),
            new SkippedDay(LocalDate.of(2026, 11, 8), "周日"));
    assertThat(calendar.skipped(due.day(), due.day())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10, 5, 2026-11-05",
    "2026-08, 5, 2026-09-07",
    "2026-09, 5, 2026-10-08",
    "2025-12, 4, 2026-01-04",
    "2025-12, 3, 2026-01-04",
    "2026-12, 5, 2027-01-05",
  })
  void filesOnTheDay_orTheNextWorkingDay(YearMonth month, int dayOfMonth, LocalDate day) {
    assertThat(calendar.filingDay(month, dayOfMonth)).isEqualTo(day);
  }
}
