package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liangpai.warninglist.Level.BLUE;
import static org.liangpai.warninglist.Level.ORANGE;
import static org.liangpai.warninglist.Level.RED;
import static org.liangpai.warninglist.Level.YELLOW;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liangpai.warninglist.Grading;
import org.liangpai.warninglist.Level;

/** The level of a card by the rules of {@code grading.drl}. */
class CardGradingTest {

  private static final Grading GRADING = new Grading(3, 2, 12, 1, 1);
  private static final CardGrading CARDS = new CardGrading(Packaged.RULES, GRADING);

  @Test
  void grade_oneFinding_isItsLevel() {
    assertThat(levelOf(YELLOW)).isEqualTo(YELLOW);
    assertThat(levelOf(ORANGE)).isEqualTo(ORANGE);
    assertThat(levelOf(RED)).isEqualTo(RED);
  }

  @Test
  void grade_severalFindings_isTheWorst() {
    assertThat(levelOf(YELLOW, ORANGE)).isEqualTo(ORANGE);
    assertThat(levelOf(RED, YELLOW)).isEqualTo(RED);
  }

  @Test
  void grade_yellows_areOrangeFromThreeOn() {
    assertThat(levelOf(YELLOW, YELLOW)).isEqualTo(YELLOW);
    assertThat(levelOf(YELLOW, YELLOW, YELLOW)).isEqualTo(ORANGE);
    assertThat(levelOf(YELLOW, YELLOW, YELLOW, YELLOW)).isEqualTo(ORANGE);
  }

  @Test
  void grade_oranges_areRedFromTwoOn() {
    assertThat(levelOf(ORANGE, ORANGE)).isEqualTo(RED);
    assertThat(levelOf(ORANGE, YELLOW, ORANGE)).isEqualTo(RED);
  }

  @Test
  void grade_orangeFromThreeYellows_isNotOneOfTwo() {
    assertThat(levelOf(YELLOW, YELLOW, YELLOW, ORANGE)).isEqualTo(ORANGE);
    assertThat(levelOf(YELLOW, YELLOW, YELLOW, YELLOW, YELLOW, YELLOW)).isEqualTo(ORANGE);
  }

  @Test
  void grade_relapse_startsHigherButCountsAsItsItem() {
    assertThat(levelOf(relapse(YELLOW))).isEqualTo(ORANGE);
    assertThat(levelOf(relapse(ORANGE))).isEqualTo(RED);
    assertThat(levelOf(relapse(YELLOW), first(ORANGE))).isEqualTo(ORANGE);
    assertThat(levelOf(relapse(YELLOW), relapse(YELLOW))).isEqualTo(ORANGE);
    assertThat(levelOf(relapse(YELLOW), first(YELLOW), first(YELLOW))).isEqualTo(ORANGE);
  }

  @Test
  void relapsed_neverGoesAboveRed() {
    assertThat(CARDS.relapsed(YELLOW)).isEqualTo(ORANGE);
    assertThat(CARDS.relapsed(RED)).isEqualTo(RED);
    assertThat(gradedBy(new Grading(3, 2, 12, 2, 1)).relapsed(ORANGE)).isEqualTo(RED);
    assertThat(gradedBy(new Grading(3, 2, 12, 0, 1)).relapsed(YELLOW)).isEqualTo(YELLOW);
  }

  @Test
  void grade_blues_addUpToNothing() {
    assertThat(levelOf(BLUE, BLUE, BLUE, BLUE)).isEqualTo(BLUE);
    assertThat(levelOf(BLUE, YELLOW, YELLOW)).isEqualTo(YELLOW);
    assertThat(levelOf(relapse(BLUE))).isEqualTo(YELLOW);
  }

  @Test
  void grade_otherNumbers_areThoseOfTheList() {
    CardGrading strict = gradedBy(new Grading(2, 3, 12, 1, 1));
    assertThat(strict.grade(List.of(first(YELLOW), first(YELLOW))).level()).isEqualTo(ORANGE);
    assertThat(strict.grade(List.of(first(ORANGE), first(ORANGE))).level()).isEqualTo(ORANGE);
  }

  @Test
  void grade_tellsItsReason() {
    assertThat(CARDS.grade(List.of(first(ORANGE))).reason()).isEqualTo("取最重情形的等级");
    assertThat(CARDS.grade(Collections.nCopies(3, first(YELLOW))).reason()).isEqualTo("黄牌情形达到3个");
    assertThat(CARDS.grade(Collections.nCopies(2, first(ORANGE))).reason()).isEqualTo("橙牌情形达到2个");
  }

  @Test
  void grade_reasonOfEqualLevels_doesNotDependOnTheOrder() {
    List<ConfirmedFinding> findings =
        List.of(first(ORANGE), first(YELLOW), first(YELLOW), first(YELLOW));
    List<ConfirmedFinding> reversed = new ArrayList<>(findings);
    Collections.reverse(reversed);
    assertThat(CARDS.grade(findings)).isEqualTo(new Grade(ORANGE, "取最重情形的等级"));
    assertThat(CARDS.grade(reversed)).isEqualTo(CARDS.grade(findings));
  }

  @Test
  void grade_withoutFindings_isRefused() {
    assertThatThrownBy(() -> CARDS.grade(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static CardGrading gradedBy(Grading grading) {
    return new CardGrading(Packaged.RULES, grading);
  }

  private static ConfirmedFinding first(Level level) {
    return new ConfirmedFinding(level, level);
  }

  private static ConfirmedFinding relapse(Level level) {
    return new ConfirmedFinding(level, CARDS.relapsed(level));
  }

  private static Level levelOf(Level... levels) {
    return CARDS.grade(Stream.of(levels).map(CardGradingTest::first).toList()).level();
  }

  private static Level levelOf(ConfirmedFinding... findings) {
    return CARDS.grade(List.of(findings)).level();
  }
}
