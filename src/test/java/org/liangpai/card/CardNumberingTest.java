package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.card.CardTimeline.OCTOBER;
import static org.liangpai.card.CardTimeline.SEPTEMBER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** Numbers have no gaps and no doubles, whoever decides at the same time and whatever fails. */
@QuarkusTest
class CardNumberingTest {

  private static final int BRANCHES = 16;

  @Inject CardTimeline timeline;
  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    timeline.begin();
    for (int i = 1; i <= BRANCHES; i++) {
      roster.branch("B" + i, UnaryOperator.identity());
      roster.record(
          "B" + i, OCTOBER, row -> row.with("applicantsUntalked", 1), "COMMITTEE_MEETING");
    }
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void hasNoGaps_decidedBySixteenAtOnce() throws Exception {
    city.sweep(OCTOBER);

    List<Callable<Boolean>> acts = new ArrayList<>();
    for (int i = 1; i <= BRANCHES; i++) {
      String branch = "B" + i;
      boolean fails = i % 4 == 0;
      acts.add(() -> decide(branch, fails));
    }
    List<Boolean> done = atOnce(acts);

    assertThat(done).filteredOn(one -> one).hasSize(12);
    assertThat(timeline.numbers()).isEqualTo(numbers("W1-2026-", 12));

    for (int i = 4; i <= BRANCHES; i += 4) {
      decide("B" + i, false);
    }
    assertThat(timeline.numbers()).isEqualTo(numbers("W1-2026-", 16));
  }

  @Test
  void isOneCard_decidedTwiceAtOnce() throws Exception {
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-02");

    List<Integer> decided =
        atOnce(Collections.nCopies(2, () -> city.confirm(OCTOBER, "B1 YX-16").decided()));

    assertThat(decided).containsExactlyInAnyOrder(0, 1);
    assertThat(timeline.numbers()).containsExactly("W1-2026-0001");
    assertThat(timeline.history("W1-2026-0001")).containsExactly("ISSUED YELLOW");
    assertThat(timeline.lines("W1-2026-0001")).hasSize(2);
  }

  @Test
  void isOneCard_whenTheFindingsOfABranchAreDecidedAtOnce() throws Exception {
    city.sweep(OCTOBER);

    atOnce(
        List.of(() -> city.confirm(OCTOBER, "B1 YX-02"), () -> city.confirm(OCTOBER, "B1 YX-16")));

    assertThat(timeline.numbers()).containsExactly("W1-2026-0001");
    assertThat(timeline.lines("W1-2026-0001")).hasSize(2);
  }

  @Test
  void isOneLine_whenTwoMonthsOfAnItemAreDecidedAtOnce() throws Exception {
    roster.record("B1", SEPTEMBER, UnaryOperator.identity(), "COMMITTEE_MEETING");
    roster.record("B1", OCTOBER, UnaryOperator.identity(), "COMMITTEE_MEETING");
    city.sweep(SEPTEMBER);
    city.sweep(OCTOBER);

    atOnce(
        List.of(
            () -> city.confirm(SEPTEMBER, "B1 YX-02"), () -> city.confirm(OCTOBER, "B1 YX-02")));

    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B1 ORANGE");
    assertThat(timeline.card("W1-2026-0001").lines().get(0).observations()).hasSize(2);
  }

  @Test
  void beginsAnew_inANewYear() {
    city.sweep(OCTOBER);

    time.set(Instant.parse("2026-12-31T15:59:59Z"));
    decide("B1", false);
    time.set(Instant.parse("2026-12-31T16:00:00Z"));
    decide("B2", false);
    decide("B3", false);

    assertThat(timeline.levels())
        .containsExactly(
            "W1-2026-0001 B1 YELLOW", "W1-2027-0001 B2 YELLOW", "W1-2027-0002 B3 YELLOW");
  }

  @Test
  void isCountedForEachCommittee() {
    roster.branch("B2", row -> row.with("unitCode", "W2"));
    city.sweep(OCTOBER);

    decide("B1", false);
    decide("B2", false);
    decide("B3", false);

    assertThat(timeline.levels())
        .containsExactly(
            "W1-2026-0001 B1 YELLOW", "W1-2026-0002 B3 YELLOW", "W2-2026-0001 B2 YELLOW");
  }

  /** Two clerks decide on two months and two committees, in crossing order. */
  @Test
  void doesNotBlock_whenMonthsAndCommitteesCross() throws Exception {
    for (int i = 1; i <= BRANCHES; i++) {
      String unit = i % 2 == 0 ? "W2" : "W1";
      roster.branch("B" + i, row -> row.with("unitCode", unit));
      roster.record("B" + i, SEPTEMBER, row -> row.with("approvalsOverdue", 1));
    }
    city.sweep(SEPTEMBER);
    city.sweep(OCTOBER);
    List<Callable<Object>> acts = new ArrayList<>();
    for (int i = 1; i <= BRANCHES; i++) {
      List<Long> ids =
          List.of(
              city.id(SEPTEMBER, "B" + i + " YX-20"),
              city.id(OCTOBER, "B" + (i % BRANCHES + 1) + " YX-02"),
              city.id(OCTOBER, "B" + (i % BRANCHES + 1) + " YX-16"));
      acts.add(() -> city.confirm(ids));
    }

    atOnce(acts);

    assertThat(timeline.numbers())
        .hasSize(18)
        .containsAll(numbers("W1-2026-", 8))
        .containsAll(numbers("W2-2026-", 8))
        .containsAll(numbers("X1-2026-", 2));
  }

  private boolean decide(String branch, boolean failing) {
    List<Long> ids =
        List.of(city.id(OCTOBER, branch + " YX-02"), city.id(OCTOBER, branch + " YX-16"));
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                city.confirm(ids);
                if (failing) {
                  throw new IllegalStateException("after the card was numbered");
                }
              });
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  private static List<String> numbers(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(n -> prefix + "%04d".formatted(n)).toList();
  }

  private static <T> List<T> atOnce(List<? extends Callable<? extends T>> acts) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(acts.size());
    ExecutorService executor = Tester.threads(acts.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<? extends T> act : acts) {
        running.add(
            executor.submit(
                () -> {
                  barrier.await();
                  return act.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } finally {
      executor.shutdown();
    }
  }
}
