package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.card.CardTimeline.OCTOBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.calendar.DayBook;
import org.liangpai.calendar.Overrides;
import org.liangpai.calendar.SpecialDay;
import org.liangpai.calendar.StateCouncilDays;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.security.CurrentViewer;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.verification.RecountingVerifications;

/** Due days of cards that stand when the calendar of their days is published or changed. */
@QuarkusTest
class RecountingDueDaysTest {

  private static final String CARD = "W1-2026-0001";
  private static final LocalDate REST = LocalDate.of(2026, 12, 7);
  private static final WorkingCalendar CHANGED = calendar(REST);

  @Inject CardTimeline timeline;
  @Inject SweepingCity city;
  @Inject TestClock time;
  @Inject RecountingDueDays recounting;
  @Inject RecountingVerifications verifications;
  @Inject CurrentViewer viewer;

  @BeforeEach
  void setUp() {
    timeline.begin("B1");
    timeline.files("B1", OCTOBER, "applicantsUntalked", "activistsUnreviewed");
    timeline.today(LocalDate.of(2026, 11, 23));
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-17");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void moveAsManyWorkingDays_andTheHolderIsTold() {
    assertThat(timeline.lines(CARD))
        .containsExactly("B1 YX-16 YELLOW 2026-12-07", "B1 YX-17 YELLOW 2026-12-21");

    assertThat(recount(CHANGED)).containsExactly(CARD);

    assertThat(timeline.lines(CARD))
        .containsExactly("B1 YX-16 YELLOW 2026-12-08", "B1 YX-17 YELLOW 2026-12-22");
    assertThat(timeline.card(CARD).dueOn()).isEqualTo("2026-12-22");
    assertThat(timeline.history(CARD)).containsExactly("ISSUED YELLOW", "DUE_RECOUNTED YELLOW");
    assertThat(city.value("SELECT body FROM notice WHERE key LIKE 'W1-2026-0001 DUE_RECOUNTED%'"))
        .isEqualTo(
            "节假日安排有变化，期限按原工作日数重新计算："
                + "YX-16 由 2026-12-07 改为 2026-12-08；YX-17 由 2026-12-21 改为 2026-12-22。");
    assertThat(
            city.value(
                "SELECT count(*) > 0 FROM audit_entry WHERE act = 'DUE_DAYS_RECOUNTED' AND object = 'W1-2026-0001'"))
        .isEqualTo("t");
  }

  @Test
  void areCountedOnce_howeverOftenTheServiceStarts() {
    recount(CHANGED);

    assertThat(recount(CHANGED)).isEmpty();
    assertThat(timeline.history(CARD)).containsExactly("ISSUED YELLOW", "DUE_RECOUNTED YELLOW");
  }

  @Test
  void stay_whereTheyHavePassed() {
    timeline.today(LocalDate.of(2026, 12, 8));

    recount(CHANGED);

    assertThat(timeline.lines(CARD))
        .containsExactly("B1 YX-16 YELLOW 2026-12-07", "B1 YX-17 YELLOW 2026-12-22");
  }

  @Test
  void verificationsThatWait_moveToo_andTheirOfficeIsTold() {
    timeline.begin("B2");
    timeline.files("B2", OCTOBER, "applicantsUntalked");
    timeline.today(LocalDate.of(2026, 11, 30));
    city.sweep(OCTOBER);
    assertThat(verifyDue()).isEqualTo("2026-12-09");

    int moved = viewer.asService(() -> verifications.recount(CHANGED));

    assertThat(moved).isEqualTo(1);
    assertThat(verifyDue()).isEqualTo("2026-12-10");
    assertThat(viewer.asService(() -> verifications.recount(CHANGED))).isZero();
    assertThat(
            city.value(
                "SELECT n.body || ' ' || a.desk || ' ' || a.code FROM notice n"
                    + " JOIN notice_addressee a ON a.notice_id = n.id WHERE n.title = '核实期限重新计算'"))
        .isEqualTo("节假日安排有变化，核实期限由 2026-12-09 改为 2026-12-10，涉及 1 项待核实的疑似问题。 OFFICE W1");
  }

  private String verifyDue() {
    return city.value("SELECT verify_due_on FROM finding WHERE branch_code = 'B2'");
  }

  private List<String> recount(WorkingCalendar calendar) {
    return viewer.asService(
        () -> {
          List<String> waiting = recounting.waiting(calendar);
          waiting.forEach(number -> recounting.recount(number, calendar));
          return waiting;
        });
  }

  private static WorkingCalendar calendar(LocalDate rest) {
    DayBook published = StateCouncilDays.read();
    return new WorkingCalendar(
        published.overriddenBy(
            new Overrides(List.of(new SpecialDay(rest, false, "演练停工")), Set.of())));
  }
}
