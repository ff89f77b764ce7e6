package org.liangpai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingCalendarPropertyTest {

  private final WorkingCalendar calendar = new WorkingCalendar(StateCouncilDays.read());

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1960, 1, 1).toEpochDay(), LocalDate.of(2035, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Property
  void countsBack_whatWasCounted(
      @ForAll("days") LocalDate from, @ForAll @IntRange(min = -400, max = 400) int n) {
    LocalDate day = calendar.plusWorkingDays(from, n).day();

    assertThat(calendar.workingDaysBetween(from, day)).isEqualTo(n);
  }

  @Property
  void agreesWithSteppingDayByDay(
      @ForAll("days") LocalDate from, @ForAll @IntRange(min = -60, max = 60) int n) {
    assertThat(calendar.plusWorkingDays(from, n).day()).isEqualTo(stepped(from, n));
  }

  private LocalDate stepped(LocalDate from, int n) {
    LocalDate day = from;
    for (int left = Math.abs(n); left > 0; ) {
      day = day.plusDays(Integer.signum(n));
      left -= calendar.isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  @Property
  void endsOnAWorkingDay(
      @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 400) int n) {
    assertThat(calendar.isWorkingDay(calendar.plusWorkingDays(from, n).day())).isTrue();
    assertThat(calendar.isWorkingDay(calendar.plusWorkingDays(from, -n).day())).isTrue();
  }

  @Property
  void neverTurnsBack(
      @ForAll("days") LocalDate from, @ForAll @IntRange(min = -400, max = 400) int n) {
    LocalDate day = calendar.plusWorkingDays(from, n).day();

    assertThat(calendar.plusWorkingDays(from, n + 1).day()).isAfter(day);
    if (n != 0) {
      assertThat(calendar.plusWorkingDays(from.plusDays(1), n).day()).isAfterOrEqualTo(day);
    }
  }

  @Property
  void accountsForEveryDay(
      @ForAll("days") LocalDate from, @ForAll @IntRange(min = 0, max = 400) int length) {
    LocalDate to = from.plusDays(length);

    assertThat(calendar.workingDaysBetween(from, to) + calendar.skipped(from, to).size())
        .isEqualTo(length);
    assertThat(calendar.workingDaysBetween(to, from))
        .isEqualTo(calendar.skipped(to, from).size() - length);
  }

  @Property
  void findsTheNextWorkingDay_withNoneSkipped(@ForAll("days") LocalDate day) {
    LocalDate next = calendar.workingDayOnOrAfter(day);

    assertThat(calendar.isWorkingDay(next)).isTrue();
    assertThat(day.datesUntil(next)).noneMatch(calendar::isWorkingDay);
  }
}
