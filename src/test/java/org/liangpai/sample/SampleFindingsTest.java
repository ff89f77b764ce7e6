package org.liangpai.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.evaluation.Hit;
import org.liangpai.warninglist.Dimension;
import org.liangpai.warninglist.Level;

/**
 * What the packaged list finds in the city: as much as in a real one, whether the last month is a
 * quiet one or one in which the items of the quarter and the year are asked too.
 */
class SampleFindingsTest {

  private static final long SEED = 20_260_101;
  private static final int MONTHS_BEFORE = 5;

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-09", "2026-04-08", "2026-01-08"})
  void flagsAFewBranches_withSeveralFindingsEach(LocalDate today) {
    SampleCity sample = SampleCity.asOf(today, SEED);
    JudgedCity city = JudgedCity.of(sample);

    for (YearMonth month :
        List.of(sample.lastMonth(), sample.lastMonth().minusMonths(MONTHS_BEFORE))) {
      List<List<Hit>> branches = city.hits(month);
      List<List<Hit>> flagged = branches.stream().filter(SampleFindingsTest::isFlagged).toList();
      double findings = flagged.stream().mapToInt(List::size).average().orElse(0);

      assertThat((double) flagged.size() / branches.size()).as("%s", month).isBetween(0.08, 0.15);
      assertThat(findings).as("%s", month).isBetween(2.3, 3.3);
    }

    List<Hit> last = city.hits(sample.lastMonth()).stream().flatMap(List::stream).toList();
    assertThat(prefixes(last))
        .containsAll(Stream.of(Dimension.values()).map(Dimension::prefix).toList());
    assertThat(last).extracting(Hit::level).contains(Level.YELLOW, Level.ORANGE, Level.RED);
    assertThat(runs(last, "YX-02")).contains(1, 2).anyMatch(run -> run >= 3);
  }

  /** As the ledger of a run counts: a branch of which only the record is missing is not flagged. */
  private static boolean isFlagged(List<Hit> hits) {
    return hits.stream().anyMatch(hit -> !code(hit).equals("YX-09"));
  }

  private static Collection<String> prefixes(List<Hit> hits) {
    return hits.stream().map(hit -> code(hit).substring(0, 2)).distinct().toList();
  }

  private static List<Integer> runs(List<Hit> hits, String item) {
    return hits.stream().filter(hit -> code(hit).equals(item)).map(Hit::running).toList();
  }

  private static String code(Hit hit) {
    return hit.verdict().item().code();
  }
}
