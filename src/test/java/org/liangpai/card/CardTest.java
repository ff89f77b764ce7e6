package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liangpai.card.CardFixture.DUE;
import static org.liangpai.card.CardFixture.ISSUED;
import static org.liangpai.card.CardFixture.aCard;
import static org.liangpai.card.CardFixture.lineOn;
import static org.liangpai.card.CardFixture.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.calendar.DueDay;
import org.liangpai.evaluation.Grade;
import org.liangpai.warninglist.Level;

/** What a card knows by itself: its stages, its due day, its level and its watch. */
class CardTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
  private static final int WATCH = 3;

  private final Card card = aCard(Level.YELLOW);

  @Test
  void isNamedByIssuerYearAndSequence() {
    assertThat(card.number()).isEqualTo("W1-2026-0001");
    assertThat(card.page()).isEqualTo("/cards/W1-2026-0001");
    assertThat(card.holder()).isEqualTo(new Holder(HolderKind.BRANCH, "B1", "W1"));
    assertThat(card.month()).isEqualTo(CardFixture.MONTH);
    assertThat(card.issuedOn()).isEqualTo(ISSUED);
    assertThat(card.issuedBy()).isEqualTo("核实人");
  }

  @Test
  void ofAUnit_isHeldByTheUnit() {
    Holder unit = new Holder(HolderKind.UNIT, "W1", "C1");
    Card ofUnit =
        new Card(
            new CardNumber("C1", 2026, 2), unit, CardFixture.MONTH, "核实人", Instant.EPOCH, ISSUED);

    assertThat(ofUnit.holder()).isEqualTo(unit);
  }

  @Test
  void isDueWithItsLastOpenLine() {
    CardLine early = lineOn(card, "YX-16", Level.YELLOW, DUE);
    CardLine late = lineOn(card, "YX-17", Level.YELLOW, DUE.plusDays(7));
    assertThat(card.dueOn()).isEqualTo(DUE.plusDays(7));

    card.takeOff(List.of(late), TODAY, WATCH);
    assertThat(card.dueOn()).isEqualTo(DUE);

    card.takeOff(List.of(early), TODAY, WATCH);
    assertThat(card.dueOn()).as("without an open line the day stays").isEqualTo(DUE);
  }

  @Test
  void lineGetsAnotherDay_andTheCardWithIt() {
    CardLine line = lineOn(card, "YX-16", Level.YELLOW, DUE);

    card.dueBy(line, new DueDay(DUE.plusDays(5), true, ISSUED, 15));

    assertThat(line.dueOn()).isEqualTo(DUE.plusDays(5));
    assertThat(line.isDueProvisional()).isTrue();
    assertThat(line.addedOn()).isEqualTo(ISSUED);
    assertThat(card.dueOn()).isEqualTo(DUE.plusDays(5));
  }

  @Test
  void isIssued_untilALineIsBegun_andAwaitsAcceptance_onceAllAreReported() {
    CardLine one = lineOn(card, "YX-16", Level.YELLOW, DUE);
    CardLine other = lineOn(card, "YX-17", Level.YELLOW, DUE);
    assertThat(card.status()).isEqualTo(CardStatus.ISSUED);

    card.move(one, LineStage.PLANNED);
    assertThat(card.status()).isEqualTo(CardStatus.RECTIFYING);
    card.move(one, LineStage.TO_PLAN);
    assertThat(card.status())
        .as("work that was begun is not undone")
        .isEqualTo(CardStatus.RECTIFYING);

    report(card, one);
    assertThat(card.status()).isEqualTo(CardStatus.RECTIFYING);
    report(card, other);
    assertThat(card.status()).isEqualTo(CardStatus.AWAITING_ACCEPTANCE);
    card.move(other, LineStage.IN_WORK);
    assertThat(card.status()).isEqualTo(CardStatus.RECTIFYING);
  }

  @Test
  void lineTakesNoStage_thatDoesNotFollow() {
    CardLine line = lineOn(card, "YX-16", Level.YELLOW, DUE);

    assertThatThrownBy(() -> card.move(line, LineStage.REPORTED)).isInstanceOf(CardRefused.class);
    assertThat(line.stage()).isEqualTo(LineStage.TO_PLAN);
  }

  @Test
  void isCleared_withItsLastLine_andWatchedFromThen() {
    CardLine one = lineOn(card, "YX-16", Level.YELLOW, DUE);
    CardLine other = lineOn(card, "YX-17", Level.YELLOW, DUE);
    report(card, one);
    report(card, other);

    card.clear(one, TODAY, WATCH);
    assertThat(card.status()).isEqualTo(CardStatus.AWAITING_ACCEPTANCE);
    assertThat(card.watchUntil()).isNull();
    assertThat(one.clearedOn()).isEqualTo(TODAY);
    assertThat(one.isOpen()).isFalse();

    card.clear(other, TODAY.plusDays(1), WATCH);
    assertThat(card.status()).isEqualTo(CardStatus.CLEARED);
    assertThat(card.watchUntil()).isEqualTo("2027-01-21");
    assertThat(card.watchOutcome()).isNull();
  }

  @Test
  void takenOffWithoutAnythingCleared_isWithdrawn() {
    CardLine line = lineOn(card, "YX-16", Level.YELLOW, DUE);
    card.suspend(TODAY.plusDays(3));
    card.stopClock(TODAY);

    card.takeOff(List.of(line), TODAY, WATCH);

    assertThat(card.status()).isEqualTo(CardStatus.WITHDRAWN);
    assertThat(card.watchUntil()).isNull();
    assertThat(card.suspendedUntil()).isNull();
    assertThat(card.clockStoppedOn()).isNull();
  }

  @Test
  void takenOffAfterAnotherWasCleared_isClearedAndWatched() {
    CardLine cleared = lineOn(card, "YX-16", Level.YELLOW, DUE);
    CardLine rest = lineOn(card, "YX-17", Level.YELLOW, DUE);
    report(card, cleared);
    card.clear(cleared, TODAY, WATCH);

    card.takeOff(List.of(rest), TODAY.plusDays(2), WATCH);

    assertThat(card.status()).isEqualTo(CardStatus.CLEARED);
    assertThat(card.watchUntil()).isEqualTo("2027-01-22");
  }

  @Test
  void withdrawn_takesOffWhatStands_andTakesNothingMore() {
    CardLine line = lineOn(card, "YX-16", Level.YELLOW, DUE);
    card.suspend(TODAY.plusDays(3));

    card.withdraw();

    assertThat(card.status()).isEqualTo(CardStatus.WITHDRAWN);
    assertThat(line.stage()).isEqualTo(LineStage.CLOSED);
    assertThat(card.suspendedUntil()).isNull();
    DueDay due = DueDay.chosen(DUE);
    assertThatThrownBy(() -> card.move(line, LineStage.PLANNED)).isInstanceOf(CardRefused.class);
    assertThatThrownBy(() -> card.clear(line, TODAY, WATCH)).isInstanceOf(CardRefused.class);
    assertThatThrownBy(() -> card.takeOff(List.of(), TODAY, WATCH)).isInstanceOf(CardRefused.class);
    assertThatThrownBy(() -> card.passTo("B2")).isInstanceOf(CardRefused.class);
    assertThatThrownBy(() -> card.dueBy(line, due)).isInstanceOf(CardRefused.class);
    assertThatThrownBy(() -> card.suspend(TODAY)).isInstanceOf(CardRefused.class);
    assertThatThrownBy(() -> card.stopClock(TODAY)).isInstanceOf(CardRefused.class);
    assertThatThrownBy(() -> card.adjust(Level.ORANGE, 1, "理由")).isInstanceOf(CardRefused.class);
    assertThatThrownBy(card::withdraw).isInstanceOf(CardRefused.class);
  }

  @Test
  void isSetAside_andGoesOn() {
    lineOn(card, "YX-16", Level.YELLOW, DUE);
    card.suspend(TODAY);
    card.stopClock(TODAY);
    assertThat(card.suspendedUntil()).isEqualTo(TODAY);
    assertThat(card.clockStoppedOn()).isEqualTo(TODAY);

    card.resume();
    card.startClock();

    assertThat(card.suspendedUntil()).isNull();
    assertThat(card.clockStoppedOn()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-19, false",
    "2026-10-20, true",
    "2027-01-20, true",
    "2027-01-21, false",
  })
  void watches_fromTheDayOfClearingToTheLastDay(LocalDate found, boolean watched) {
    clearedCard();

    assertThat(card.watches(found)).isEqualTo(watched);
  }

  @Test
  void watchesNothing_beforeItIsCleared_orOnceTheWatchHasEnded() {
    lineOn(card, "YX-16", Level.YELLOW, DUE);
    assertThat(card.watches(TODAY)).isFalse();

    Card cleared = clearedCard();
    cleared.endWatch(WatchOutcome.RELAPSED);
    assertThat(cleared.watches(TODAY)).isFalse();
    cleared.endWatch(WatchOutcome.CLOSED);
    assertThat(cleared.watchOutcome()).as("it ends once").isEqualTo(WatchOutcome.RELAPSED);

    cleared.resumeWatch();
    assertThat(cleared.watches(TODAY)).isTrue();
  }

  @Test
  void openCard_hasNoWatchToEnd() {
    card.endWatch(WatchOutcome.CLOSED);

    assertThat(card.watchOutcome()).isNull();
  }

  @Test
  void namesTheFirstCardThatItTakesUp() {
    card.reopen(aCard("B1", 7, Level.YELLOW));
    card.reopen(aCard("B1", 8, Level.YELLOW));

    assertThat(card.reopens()).isEqualTo("W1-2026-0007");
  }

  @Test
  void passesToAnotherBranch_withWhatStands() {
    CardLine closed = lineOn(card, "YX-16", Level.YELLOW, DUE);
    CardLine open = lineOn(card, "YX-17", Level.YELLOW, DUE);
    card.takeOff(List.of(closed), TODAY, WATCH);

    card.passTo("B2");

    assertThat(card.holder().code()).isEqualTo("B2");
    assertThat(open.branchCode()).isEqualTo("B2");
    assertThat(closed.branchCode()).isEqualTo("B1");
  }

  @Test
  void takesUpTheLinesOfAnother_whichEnds() {
    lineOn(card, "YX-16", Level.YELLOW, DUE);
    Card other = aCard("B2", 2, Level.YELLOW);
    CardLine moving = lineOn(other, "YX-17", Level.YELLOW, DUE.plusDays(9));

    card.takeUp(other, TODAY, WATCH);

    assertThat(card.lines()).extracting(CardLine::item).containsExactly("YX-16", "YX-17");
    assertThat(moving.branchCode()).isEqualTo("B1");
    assertThat(moving.card()).isSameAs(card);
    assertThat(card.dueOn()).isEqualTo(DUE.plusDays(9));
    assertThat(other.lines()).isEmpty();
    assertThat(other.status()).isEqualTo(CardStatus.WITHDRAWN);
  }

  @Test
  void takesUpAnother_ofWhichSomethingWasCleared() {
    lineOn(card, "YX-16", Level.YELLOW, DUE);
    Card other = aCard("B2", 2, Level.YELLOW);
    CardLine cleared = lineOn(other, "YX-17", Level.YELLOW, DUE);
    lineOn(other, "YX-18", Level.YELLOW, DUE);
    report(other, cleared);
    other.clear(cleared, TODAY, WATCH);

    card.takeUp(other, TODAY, WATCH);

    assertThat(other.status()).isEqualTo(CardStatus.CLEARED);
    assertThat(other.watchUntil()).isEqualTo("2027-01-20");
  }

  @ParameterizedTest
  @CsvSource({"YELLOW, ORANGE, true", "ORANGE, ORANGE, false", "RED, ORANGE, false"})
  void graverGrade_raisesTheLevel(Level first, Level second, boolean rises) {
    Card graded = aCard(first);

    assertThat(graded.grade(grade(second))).isEqualTo(rises);
    assertThat(graded.level()).isEqualTo(rises ? second : first);
  }

  @Test
  void graverGrade_belowWhatAVerifierGave_changesNothing() {
    Card graded = aCard(Level.YELLOW);
    lineOn(graded, "YX-16", Level.YELLOW, DUE);
    graded.adjust(Level.ORANGE, 1, "情节较重");

    assertThat(graded.grade(grade(Level.ORANGE))).isFalse();
    assertThat(graded.level()).isEqualTo(Level.ORANGE);
    assertThat(graded.levelReason()).isEqualTo("情节较重");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          RED,    ,       YELLOW, YELLOW, true
          RED,    ,       ORANGE, ORANGE, true
          ORANGE, ,       ORANGE, ORANGE, false
          ORANGE, ,       RED,    ORANGE, false
          ORANGE, RED,    YELLOW, ORANGE, true
          YELLOW, ORANGE, BLUE,   YELLOW, true
          RED,    ORANGE, YELLOW, YELLOW, true
          ORANGE, YELLOW, YELLOW, YELLOW, false
          """)
  void milderGrade_lowersTheLevel_asFarAsItWasRaised(
      Level graded, Level adjusted, Level now, Level level, boolean sinks) {
    Card lowered = aCard(graded);
    lineOn(lowered, "YX-16", graded, DUE);
    if (adjusted != null) {
      lowered.adjust(adjusted, 1, "核实人调整");
    }

    assertThat(lowered.gradeDown(grade(now))).isEqualTo(sinks);
    assertThat(lowered.level()).isEqualTo(level);
    if (sinks) {
      assertThat(lowered.levelReason()).isEqualTo("取最重情形的等级");
    }
  }

  @ParameterizedTest
  @CsvSource({"RED, YELLOW, ORANGE", "RED, ORANGE, RED", "RED, BLUE, YELLOW"})
  void milderGrade_keepsTheRaiseOfTheLadder(Level raised, Level now, Level level) {
    Card lowered = aCard(Level.ORANGE);
    CardLine line = lineOn(lowered, "YX-16", Level.ORANGE, DUE);
    CardFixture.raise(lowered, raised);

    lowered.gradeDown(grade(now));

    assertThat(lowered.level()).isEqualTo(level);
    assertThat(line.isOpen()).isTrue();
    if (level.worseThan(now)) {
      assertThatThrownBy(() -> lowered.adjust(now, 1, "理由"))
          .as("nobody undoes the raise")
          .isInstanceOf(CardRefused.class);
    }
    if (raised.worseThan(level)) {
      lowered.adjust(raised, 3, "理由");
      lowered.adjust(level, 3, "raised no further than to the lowered level");
    }
  }

  @Test
  void milderGrade_isRememberedAlsoWhereTheLevelStays() {
    Card lowered = aCard(Level.ORANGE);
    lineOn(lowered, "YX-16", Level.ORANGE, DUE);
    lowered.adjust(Level.YELLOW, 1, "情节较轻");
    lowered.gradeDown(grade(Level.YELLOW));

    assertThat(lowered.grade(grade(Level.ORANGE))).as("graver than the milder grade").isTrue();
    assertThat(lowered.level()).isEqualTo(Level.ORANGE);
  }

  @ParameterizedTest
  @CsvSource({"BLUE, true", "YELLOW, false", "ORANGE, true", "RED, false"})
  void verifierChangesTheLevel_byOneStep(Level to, boolean allowed) {
    Card adjusted = aCard(Level.YELLOW);
    lineOn(adjusted, "YX-16", Level.YELLOW, DUE);

    if (allowed) {
      adjusted.adjust(to, 1, "理由");
      assertThat(adjusted.level()).isEqualTo(to);
      assertThat(adjusted.levelReason()).isEqualTo("理由");
    } else {
      assertThatThrownBy(() -> adjusted.adjust(to, 1, "理由")).isInstanceOf(CardRefused.class);
      assertThat(adjusted.level()).isEqualTo(Level.YELLOW);
    }
  }

  @Test
  void lineFoundAgain_takesTheGraverLevel() {
    CardLine line = lineOn(card, "YX-02", Level.ORANGE, DUE);

    line.observe(Level.YELLOW);
    assertThat(line.forGrading().itemLevel()).isEqualTo(Level.ORANGE);
    line.observe(Level.RED);
    assertThat(line.forGrading().itemLevel()).isEqualTo(Level.RED);
    assertThat(line.forGrading().startLevel()).isEqualTo(Level.RED);
  }

  @Test
  void relapsedLine_keepsTheHigherStart() {
    CardLine line =
        new CardLine(
            card,
            new CardLine.Found("B1", "YX-02", Level.YELLOW, Level.RED, true),
            DueDay.chosen(DUE));

    line.observe(Level.ORANGE);

    assertThat(line.forGrading().itemLevel()).isEqualTo(Level.ORANGE);
    assertThat(line.forGrading().startLevel()).isEqualTo(Level.RED);
  }

  private Card clearedCard() {
    CardLine line = lineOn(card, "YX-17", Level.YELLOW, DUE);
    card.openLines().stream().filter(open -> open != line).forEach(open -> report(card, open));
    report(card, line);
    card.openLines().forEach(open -> card.clear(open, TODAY, WATCH));
    return card;
  }

  private static Grade grade(Level level) {
    return new Grade(level, "取最重情形的等级");
  }
}
