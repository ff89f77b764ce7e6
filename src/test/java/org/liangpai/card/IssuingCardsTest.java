package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liangpai.card.CardTimeline.AUGUST;
import static org.liangpai.card.CardTimeline.OCTOBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.calendar.SkippedDay;
import org.liangpai.shared.Refusal;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.verification.Decision;
import org.liangpai.verification.VerifyingFindings;

/** When a card comes, at which level, and by when it is due. */
@QuarkusTest
class IssuingCardsTest {

  @Inject CardTimeline timeline;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    timeline.begin("B1", "B2");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void issuesWithTheLastDecision_andNotBefore() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersDuesOverdue", "membersLost");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 YX-16");
    assertThat(timeline.cards()).isEmpty();
    city.dismiss(OCTOBER, "B1 YX-22");
    assertThat(timeline.cards()).isEmpty();

    city.confirm(OCTOBER, "B1 YX-25");
    assertThat(timeline.cards()).containsExactly("W1-2026-0001 B1 ORANGE 2026-12-07");
    assertThat(timeline.lines("W1-2026-0001"))
        .containsExactly("B1 YX-16 YELLOW 2026-11-23", "B1 YX-25 ORANGE 2026-12-07");
    assertThat(timeline.history("W1-2026-0001")).containsExactly("ISSUED ORANGE");
  }

  @Test
  void issues_whenTheLastDecisionIsADismissal() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersDuesOverdue");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 YX-16");
    city.decide(OCTOBER, Decision.DATA_ERROR, "录入有误", "B1 YX-22");

    assertThat(timeline.lines("W1-2026-0001")).containsExactly("B1 YX-16 YELLOW 2026-11-23");
  }

  @Test
  void issuesNothing_whenAllIsDismissed() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersDuesOverdue");
    city.sweep(OCTOBER);

    city.dismiss(OCTOBER, "B1 YX-16");
    city.decide(OCTOBER, Decision.DATA_ERROR, "录入有误", "B1 YX-22");

    assertThat(timeline.cards()).isEmpty();
  }

  @Test
  void issues_whenACorrectionWithdrawsTheLastOpenFinding() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersDuesOverdue");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");
    assertThat(timeline.cards()).isEmpty();

    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);

    assertThat(city.findings(OCTOBER)).containsEntry("B1 YX-22", "YELLOW 1 WITHDRAWN");
    assertThat(timeline.lines("W1-2026-0001")).containsExactly("B1 YX-16 YELLOW 2026-11-23");
    assertThat(timeline.card("W1-2026-0001").issuedBy()).isEqualTo("示例核实人");
  }

  @Test
  void waitsForNoOtherBranch() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    timeline.files("B2", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B2 YX-16");

    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B2 YELLOW");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          applicantsUntalked,                                             YELLOW, 取最重情形的等级
          applicantsUntalked membersDuesOverdue,                          YELLOW, 取最重情形的等级
          applicantsUntalked membersDuesOverdue membersUntransferred,     ORANGE, 黄牌情形达到3个
          membersLost,                                                    ORANGE, 取最重情形的等级
          membersLost applicantsUntalked membersDuesOverdue membersUntransferred, ORANGE, 取最重情形的等级
          membersLost probationersOverdue,                                RED,    橙牌情形达到2个
          membersLapsed,                                                  RED,    取最重情形的等级
          """)
  void grades_byWhatWasConfirmed(String fields, String level, String reason) {
    timeline.files("B1", OCTOBER, fields.split(" "));
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, city.findings(OCTOBER).keySet().toArray(String[]::new));

    CardView card = timeline.card("W1-2026-0001");
    assertThat(card.level().code()).isEqualTo(level);
    assertThat(card.levelReason()).contains(reason);
  }

  @Test
  void doesNotCount_whatWasDismissed() {
    timeline.files(
        "B1", OCTOBER, "applicantsUntalked", "membersDuesOverdue", "membersUntransferred");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-22");
    city.dismiss(OCTOBER, "B1 YX-26");

    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B1 YELLOW");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-09-07, 2026-09-20, 3
          2026-09-28, 2026-10-16, 8
          2026-10-08, 2026-10-21, 3
          """)
  void isDue_byTheWorkingCalendar(LocalDate issued, LocalDate due, int skipped) {
    timeline.files("B1", AUGUST, "applicantsUntalked");
    timeline.today(issued);
    city.sweep(AUGUST);

    city.confirm(AUGUST, "B1 YX-16");

    CardView card = timeline.card("W1-2026-0001");
    assertThat(card.issuedOn()).isEqualTo(issued);
    assertThat(card.dueOn()).isEqualTo(due);
    assertThat(card.dueProvisional()).isFalse();
    assertThat(card.lines().get(0).workingDays()).isEqualTo(10);
    assertThat(card.lines().get(0).skippedDays()).hasSize(skipped);
  }

  @Test
  void tellsWhichDaysItSkipped() {
    timeline.files("B1", AUGUST, "applicantsUntalked");
    timeline.today(LocalDate.of(2026, 9, 28));
    city.sweep(AUGUST);

    city.confirm(AUGUST, "B1 YX-16");

    assertThat(timeline.card("W1-2026-0001").lines().get(0).skippedDays())
        .extracting(SkippedDay::day)
        .containsExactly(
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 10, 2),
            LocalDate.of(2026, 10, 3),
            LocalDate.of(2026, 10, 4),
            LocalDate.of(2026, 10, 5),
            LocalDate.of(2026, 10, 6),
            LocalDate.of(2026, 10, 7),
            LocalDate.of(2026, 10, 11));
  }

  @Test
  void isProvisional_whereALineRunsPastThePublishedCalendar() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    timeline.today(LocalDate.of(2026, 12, 16));
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-25");

    CardView card = timeline.card("W1-2026-0001");
    assertThat(card.dueOn()).hasYear(2027);
    assertThat(card.dueProvisional()).isTrue();
    assertThat(card.lines())
        .extracting(CardView.LineView::item, CardView.LineView::dueProvisional)
        .containsExactly(tuple("YX-16", false), tuple("YX-25", true));
  }

  @Test
  void neverCards_whatIsOnTrial() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersDuesOverdue");
    timeline.files("B2", OCTOBER, "membersDuesOverdue");
    city.sweep(OCTOBER);
    city.execute("UPDATE finding SET carded = false WHERE item = 'YX-22'");

    city.confirm(OCTOBER, "B2 YX-22");
    assertThat(timeline.cards()).isEmpty();

    city.confirm(OCTOBER, "B1 YX-16");
    assertThat(timeline.lines("W1-2026-0001")).containsExactly("B1 YX-16 YELLOW 2026-11-23");
    city.confirm(OCTOBER, "B1 YX-22");
    assertThat(timeline.lines("W1-2026-0001")).hasSize(1);
  }

  @Test
  void changesNothing_decidedTheSameAgain() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    assertThat(city.confirm(OCTOBER, "B1 YX-16")).isEqualTo(new VerifyingFindings.Result(1, 0));

    assertThat(city.confirm(OCTOBER, "B1 YX-16")).isEqualTo(new VerifyingFindings.Result(0, 1));

    assertThat(timeline.numbers()).containsExactly("W1-2026-0001");
    assertThat(timeline.history("W1-2026-0001")).containsExactly("ISSUED YELLOW");
  }

  @Test
  void refuses_decidedOtherwise() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");

    assertThatThrownBy(() -> city.dismiss(OCTOBER, "B1 YX-16"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2026年10月 YX-16 已由 示例核实人 于11月9日 09:00核实为属实");
    assertThat(timeline.numbers()).hasSize(1);
  }

  @Test
  void refuses_whatWasWithdrawn() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    timeline.files("B1", OCTOBER);
    city.sweep(OCTOBER);

    assertThatThrownBy(() -> city.confirm(OCTOBER, "B1 YX-16"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已因数据更正撤回");
    assertThat(timeline.cards()).isEmpty();
  }

  @Test
  void decidesAllOrNone_ofMany() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    timeline.files("B2", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    city.dismiss(OCTOBER, "B2 YX-16");

    assertThatThrownBy(() -> city.confirm(OCTOBER, "B1 YX-16", "B1 YX-25", "B2 YX-16"))
        .isInstanceOf(Refusal.class);

    assertThat(city.findings(OCTOBER))
        .containsEntry("B1 YX-16", "YELLOW 1 PENDING")
        .containsEntry("B1 YX-25", "ORANGE 1 PENDING");
    assertThat(timeline.cards()).isEmpty();
    assertThat(city.confirm(OCTOBER, "B1 YX-16", "B1 YX-25"))
        .isEqualTo(new VerifyingFindings.Result(2, 0));
    assertThat(timeline.numbers()).containsExactly("W1-2026-0001");
  }

  @Test
  void staysIssued_whenTheMonthIsSweptAgain() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");

    timeline.files("B1", OCTOBER);
    city.sweep(OCTOBER);

    assertThat(city.findings(OCTOBER)).containsEntry("B1 YX-16", "YELLOW 1 CONFIRMED");
    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B1 YELLOW");
    assertThat(timeline.lines("W1-2026-0001")).hasSize(1);
  }

  @Test
  void addsALine_whenMoreIsFoundInTheSameMonth() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");

    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-25");

    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B1 ORANGE");
    assertThat(timeline.history("W1-2026-0001"))
        .containsExactly("ISSUED YELLOW", "LINE_ADDED ORANGE", "LEVEL_RAISED ORANGE");
  }
}
