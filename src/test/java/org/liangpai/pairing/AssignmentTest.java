package org.liangpai.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.warninglist.PairingCriteria;

/** Which pairs are the best; each strong branch helps one. */
class AssignmentTest {

  private static final PairingCriteria PREFERRED = new PairingCriteria(6, false, 3, 2, 100, 3, 10);
  private static final PairingCriteria REQUIRED = new PairingCriteria(6, true, 3, 2, 100, 3, 10);

  @Test
  void near_isPreferredToFar() {
    assertThat(
            pairs(
                PREFERRED,
                List.of(weak("A", "C1 X1 W1")),
                List.of(strong("S1", "C1 X2 W9"), strong("S2", "C1 X1 W2"))))
        .containsExactly("A-S2");
  }

  @Test
  void branchThatSlipsInTheSameDimension_isNotSuggested() {
    StrongBranch slips =
        new StrongBranch(
            "S1", "", "", List.of("C1", "X1", "W1"), "RURAL", false, Set.of("YX", "SH"));

    assertThat(
            pairs(
                PREFERRED,
                List.of(weak("A", "C1 X1 W1")),
                List.of(slips, strong("S2", "C1 X2 W9"))))
        .containsExactly("A-S2");
  }

  @Test
  void otherDomain_isSuggestedOnlyWhereItMayBe() {
    StrongBranch other =
        new StrongBranch("S1", "", "", List.of("C1", "X1", "W1"), "SOE", false, Set.of());

    assertThat(pairs(PREFERRED, List.of(weak("A", "C1 X1 W1")), List.of(other)))
        .containsExactly("A-S1");
    assertThat(pairs(REQUIRED, List.of(weak("A", "C1 X1 W1")), List.of(other))).isEmpty();
  }

  @Test
  void sameDomainThreeStepsFarther_isAsGoodAsAnother() {
    // Another domain counts as three steps: two steps farther is still better, four are not.
    StrongBranch other =
        new StrongBranch("S1", "", "", List.of("C1", "X1", "W1"), "SOE", false, Set.of());

    assertThat(
            pairs(
                PREFERRED,
                List.of(weak("A", "C1 X1 W1")),
                List.of(other, strong("S2", "C1 X1 W2"))))
        .containsExactly("A-S2");
    assertThat(
            pairs(
                PREFERRED,
                List.of(weak("A", "C1 X1 W1")),
                List.of(other, strong("S2", "C1 X2 W9"))))
        .containsExactly("A-S1");
  }

  @Test
  void demonstrationBranch_isPreferred() {
    StrongBranch shown =
        new StrongBranch("S2", "", "", List.of("C1", "X1", "W1"), "RURAL", true, Set.of());

    assertThat(
            pairs(
                PREFERRED,
                List.of(weak("A", "C1 X1 W1")),
                List.of(strong("S1", "C1 X1 W1"), shown)))
        .containsExactly("A-S2");
  }

  @Test
  void morePairs_areWorthMoreThanNearOnes() {
    // The near one goes to B, for whom there is nobody else.
    WeakBranch onlyOne =
        new WeakBranch(
            "B", "", "", List.of("C1", "X1", "W1"), "RURAL", "", "RED", Set.of("YX", "SH"));
    StrongBranch far =
        new StrongBranch("S2", "", "", List.of("C1", "X2", "W9"), "RURAL", false, Set.of("SH"));

    assertThat(
            pairs(
                PREFERRED,
                List.of(weak("A", "C1 X1 W1"), onlyOne),
                List.of(strong("S1", "C1 X1 W1"), far)))
        .containsExactly("A-S2", "B-S1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void assignment_isAsCheapAsTheBestOfAll(long seed) {
    Random random = new Random(seed);
    List<WeakBranch> weak = weakOnes(random, 4);
    List<StrongBranch> strong = strongOnes(random, 6);

    List<Assignment.Pair> best = new Assignment(PREFERRED).best(weak, strong);

    assertThat(List.of(-best.size(), cost(best))).isEqualTo(bestOfAll(weak, strong, 0, Set.of()));
    assertThat(best).extracting(pair -> pair.strong().code()).doesNotHaveDuplicates();
  }

  @Test
  void city_isPairedTheSameAgain() {
    Random random = new Random(20260101);
    List<WeakBranch> weak = weakOnes(random, 100);
    List<StrongBranch> strong = strongOnes(random, 1_000);

    List<Assignment.Pair> first = new Assignment(PREFERRED).best(weak, strong);

    assertThat(first).hasSizeGreaterThan(90);
    assertThat(new Assignment(PREFERRED).best(weak, strong)).isEqualTo(first);
  }

  /** All are alike, so that all weigh the same hundred first. */
  @ParameterizedTest
  @CsvSource({"100, 500", "101, 500", "150, 500", "150, 120"})
  void weakBranch_staysAlone_onlyWhenNobodyIsLeft(int weakOnes, int strongOnes) {
    List<WeakBranch> weak =
        IntStream.range(0, weakOnes).mapToObj(i -> weak("A%04d".formatted(i), "C1 X1 W1")).toList();
    List<StrongBranch> strong =
        IntStream.range(0, strongOnes)
            .mapToObj(i -> strong("S%04d".formatted(i), "C1 X1 W1"))
            .toList();

    List<Assignment.Pair> best = new Assignment(PREFERRED).best(weak, strong);

    assertThat(best).hasSize(Math.min(weakOnes, strongOnes));
    assertThat(best).extracting(pair -> pair.strong().code()).doesNotHaveDuplicates();
    assertThat(best).extracting(pair -> pair.weak().code()).isSorted();
    assertThat(new Assignment(PREFERRED).best(weak, strong)).isEqualTo(best);
  }

  private static List<String> pairs(
      PairingCriteria criteria, List<WeakBranch> weak, List<StrongBranch> strong) {
    return new Assignment(criteria)
        .best(weak, strong).stream()
            .map(pair -> pair.weak().code() + "-" + pair.strong().code())
            .toList();
  }

  /** The number of pairs, negative, and their cost: tried out one by one. */
  private static List<Integer> bestOfAll(
      List<WeakBranch> weak, List<StrongBranch> strong, int from, Set<String> taken) {
    if (from == weak.size()) {
      return List.of(0, 0);
    }
    List<Integer> best = bestOfAll(weak, strong, from + 1, taken);
    for (StrongBranch one : strong) {
      Fit fit = Fit.of(weak.get(from), one);
      if (fit.isPossible(PREFERRED) && !taken.contains(one.code())) {
        Set<String> with = new HashSet<>(taken);
        with.add(one.code());
        List<Integer> rest = bestOfAll(weak, strong, from + 1, with);
        List<Integer> tried = List.of(rest.get(0) - 1, rest.get(1) + fit.cost(PREFERRED));
        if (tried.get(0) < best.get(0)
            || tried.get(0).equals(best.get(0)) && tried.get(1) < best.get(1)) {
          best = tried;
        }
      }
    }
    return best;
  }

  private static int cost(List<Assignment.Pair> pairs) {
    return pairs.stream().mapToInt(pair -> pair.fit().cost(PREFERRED)).sum();
  }

  private static List<WeakBranch> weakOnes(Random random, int number) {
    List<WeakBranch> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(
          new WeakBranch(
              "A%04d".formatted(i), "", "", path(random), domain(random), "", "RED", some(random)));
    }
    return all;
  }

  private static List<StrongBranch> strongOnes(Random random, int number) {
    List<StrongBranch> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Set<String> slips = random.nextInt(3) == 0 ? some(random) : Set.of();
      all.add(
          new StrongBranch(
              "S%04d".formatted(i),
              "",
              "",
              path(random),
              domain(random),
              random.nextInt(8) == 0,
              slips));
    }
    return all;
  }

  private static List<String> path(Random random) {
    int county = random.nextInt(8);
    return List.of("C1", "X" + county, "W" + county + "-" + random.nextInt(12));
  }

  private static String domain(Random random) {
    return List.of("RURAL", "COMMUNITY", "SOE", "ORGAN").get(random.nextInt(4));
  }

  private static Set<String> some(Random random) {
    List<String> all = new ArrayList<>(List.of("ZZ", "YX", "SH", "ZW", "BZ"));
    Collections.shuffle(all, random);
    return Set.copyOf(all.subList(0, 1 + random.nextInt(2)));
  }

  private static WeakBranch weak(String code, String path) {
    return new WeakBranch(code, "", "", List.of(path.split(" ")), "RURAL", "", "RED", Set.of("YX"));
  }

  private static StrongBranch strong(String code, String path) {
    return new StrongBranch(code, "", "", List.of(path.split(" ")), "RURAL", false, Set.of());
  }
}
