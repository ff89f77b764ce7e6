package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.StartingSweeps;
import org.liangpai.sweep.SweepStatus;
import org.liangpai.testsupport.TestCity;
import org.liangpai.verification.Decision;
import org.liangpai.verification.FindingFilter;
import org.liangpai.verification.FindingView;
import org.liangpai.verification.ListingFindings;
import org.liangpai.verification.VerifyingFindings;

/** A unit sees the findings and cards of the branches at or below it, and no others. */
@QuarkusTest
class ListingByUnitTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @Inject TestCity city;
  @Inject StartingSweeps starting;
  @Inject ReadingSweeps sweeps;
  @Inject ListingFindings findings;
  @Inject VerifyingFindings verifying;
  @Inject ListingCards cards;

  @BeforeEach
  void setUp() throws InterruptedException {
    city.reset();
    city.branch("B1", row -> row.with("unitCode", "W1"));
    city.branch("B2", row -> row.with("unitCode", "W2"));
    for (String code : List.of("B1", "B2")) {
      city.record(code, OCTOBER, UnaryOperator.identity(), "COMMITTEE_MEETING");
    }
    var sweep = starting.start(OCTOBER, Occasion.REQUESTED, "示例操作员");
    while (sweeps.get(sweep.id()).status() == SweepStatus.RUNNING) {
      Thread.sleep(20);
    }
  }

  @Test
  void findings_areThoseOfTheBranchesBelow() {
    assertThat(branchesWithFindings("W1")).containsExactly("B1");
    assertThat(branchesWithFindings("W2")).containsExactly("B2");
    assertThat(branchesWithFindings("C1")).containsExactly("B1", "B2");
    assertThat(branchesWithFindings("W9")).isEmpty();
  }

  @Test
  void cards_areThoseOfTheBranchesBelow() {
    List<Long> all =
        findings.list(ofUnit("C1"), 0, 100).items().stream().map(FindingView::id).toList();
    verifying.verify(all, Decision.CONFIRMED, null, "示例操作员");

    assertThat(branchesWithCards("W1")).containsExactly("B1");
    assertThat(branchesWithCards("X1")).containsExactly("B1", "B2");
    assertThat(branchesWithCards("W9")).isEmpty();
  }

  private List<String> branchesWithFindings(String unit) {
    return findings.list(ofUnit(unit), 0, 100).items().stream()
        .map(FindingView::branchCode)
        .distinct()
        .toList();
  }

  private List<String> branchesWithCards(String unit) {
    CardFilter filter =
        new CardFilter(
            Optional.of(unit),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    return cards.list(filter, "", 100).items().stream().map(card -> card.holder().code()).toList();
  }

  private static FindingFilter ofUnit(String unit) {
    return new FindingFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(unit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
