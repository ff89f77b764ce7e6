package org.liangpai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a due day when the calendar changes. */
class CountedDayTest {

  private static final LocalDate FROM = LocalDate.of(2026, 12, 21);
  private static final LocalDate DUE = LocalDate.of(2027, 1, 4);
  private static final WorkingCalendar BEFORE =
      new WorkingCalendar(DayBook.published(2026, List.of()));

  /** Of the new year, the first Monday is a day of rest now. */
  private static final WorkingCalendar REST =
      calendar(Set.of(2027), new SpecialDay(DUE, false, "元旦"));

  private final DueDay counted = BEFORE.plusWorkingDays(FROM, 10);
  private final CountedDay day = new CountedDay(FROM, 10, counted.day(), counted.provisional());

  @Test
  void isProvisional_whileTheYearIsNotPublished() {
    assertThat(counted).isEqualTo(new DueDay(DUE, true, FROM, 10));
    assertThat(day.recounted(BEFORE, FROM)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2027-01-03, true", "2027-01-04, true", "2027-01-05, false"})
  void moves_unlessItHasPassed(LocalDate today, boolean moves) {
    assertThat(day.recounted(REST, today).map(DueDay::day))
        .isEqualTo(moves ? Optional.of(DUE.plusDays(1)) : Optional.empty());
  }

  @Test
  void isFirm_onceTheYearIsComplete() {
    assertThat(day.recounted(calendar(Set.of(2027)), FROM))
        .contains(new DueDay(DUE, false, FROM, 10));
  }

  @Test
  void isNotCountedTwice() {
    DueDay now = day.recounted(REST, FROM).orElseThrow();

    assertThat(
            new CountedDay(now.from(), now.workingDays(), now.day(), now.provisional())
                .recounted(REST, FROM))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2027-01-01, true", "2027-01-02, false"})
  void comesEarlier_butNeverBeforeToday(LocalDate today, boolean moves) {
    WorkingCalendar worked =
        calendar(Set.of(2027), new SpecialDay(LocalDate.of(2026, 12, 26), true, "元旦"));

    assertThat(day.recounted(worked, today).isPresent()).isEqualTo(moves);
  }

  @Test
  void stays_whereItWasChosen() {
    DueDay chosen = DueDay.chosen(DUE);

    assertThat(
            new CountedDay(chosen.from(), chosen.workingDays(), chosen.day(), chosen.provisional())
                .recounted(REST, FROM))
        .isEmpty();
    assertThat(new CountedDay(DUE, 0, DUE, false).recounted(BEFORE, FROM)).isEmpty();
  }

  private static WorkingCalendar calendar(Set<Integer> complete, SpecialDay... days) {
    return new WorkingCalendar(
        DayBook.published(2026, List.of()).overriddenBy(new Overrides(List.of(days), complete)));
  }
}
