package org.liangpai.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.fact.Facts;

/** What the rows of the city are like, whatever is found in them. */
class SampleCityTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 9);
  private static final long SEED = 20_260_101;
  private static final SampleCity CITY = SampleCity.asOf(TODAY, SEED);
  private static final SampleCity SMALL = SampleCity.asOf(TODAY, SEED, 60);

  @ParameterizedTest
  @EnumSource(Table.class)
  void givesTheSameRows_forTheSameSeed(Table table) {
    assertThat(SampleCity.asOf(TODAY, SEED, 60).rows(table).toList())
        .isEqualTo(SMALL.rows(table).toList());
  }

  @Test
  void givesOtherRows_forAnotherSeed() {
    assertThat(SampleCity.asOf(TODAY, SEED + 1, 60).rows(Table.BRANCHES).toList())
        .isNotEqualTo(SMALL.rows(Table.BRANCHES).toList());
  }

  @Test
  void givesTheSameFirstBranches_ofALargerCity() {
    assertThat(CITY.rows(Table.BRANCHES).limit(60).toList())
        .isEqualTo(SMALL.rows(Table.BRANCHES).toList());
  }

  @Test
  void hasThirteenMonths_upToTheLastThatIsOver() {
    Set<YearMonth> months =
        SMALL.rows(Table.RECORDS).map(row -> row.month("month")).collect(Collectors.toSet());

    assertThat(months).hasSize(13).contains(YearMonth.of(2025, 10), YearMonth.of(2026, 10));
    assertThat(CITY.lastMonth()).isEqualTo("2026-10");
    assertThat(SampleCity.asOf(LocalDate.of(2026, 10, 31), SEED).lastMonth())
        .isEqualTo(YearMonth.of(2026, 9));
    assertThat(CITY.rosterSince()).isEqualTo("2025-10-01");
  }

  @Test
  void hasAllDomainsAndKinds_withTwentyThreeMembersABranch() {
    assertThat(CITY.rows(Table.BRANCHES)).hasSize(SampleCity.BRANCHES);
    assertThat(codes("domain")).hasSize(9);
    assertThat(codes("kind")).containsExactlyInAnyOrder("NORMAL", "JOINT", "TEMPORARY");
    Map<YearMonth, Double> members =
        CITY.rows(Table.RECORDS)
            .collect(
                Collectors.groupingBy(
                    row -> row.month("month"),
                    Collectors.averagingInt(
                        row -> row.integer("fullMembers") + row.integer("probationaryMembers"))));
    assertThat(members.values()).allSatisfy(average -> assertThat(average).isBetween(22.0, 25.0));
  }

  private static Set<String> codes(String field) {
    return CITY.rows(Table.BRANCHES).map(row -> row.text(field)).collect(Collectors.toSet());
  }

  @Test
  void says_thatItIsArtificial() {
    assertThat(CITY.rows(Table.UNITS).map(row -> row.text("unitName")))
        .allSatisfy(name -> assertThat(name).startsWith("示例"));
    for (String field : List.of("branchName", "secretaryName", "liaisonLeader")) {
      assertThat(CITY.rows(Table.BRANCHES).filter(row -> !row.isBlank(field)))
          .allSatisfy(row -> assertThat(row.text(field)).startsWith("示例"));
    }
    for (String field : List.of("topic", "place", "chair", "recorder", "resolution")) {
      assertThat(SMALL.rows(Table.MEETINGS).filter(row -> !row.isBlank(field)))
          .allSatisfy(row -> assertThat(row.text(field)).startsWith("示例"));
    }
  }

  @Test
  void putsBranches_underUnitsThatExist() {
    Map<String, String> levels =
        CITY.rows(Table.UNITS)
            .collect(Collectors.toMap(row -> row.text("unitCode"), row -> row.text("level")));

    assertThat(levels.values()).filteredOn("COMMITTEE"::equals).hasSize(90);
    assertThat(CITY.rows(Table.BRANCHES).map(row -> levels.get(row.text("unitCode"))).distinct())
        .containsExactlyInAnyOrder("COMMITTEE", "GENERAL_BRANCH");
  }

  @Test
  void leavesSomeRecordsOut_andSomeBlanks() {
    List<Row> records = CITY.rows(Table.RECORDS).toList();
    int all = SampleCity.BRANCHES * 13;
    long withBlanks = records.stream().filter(SampleCityTest::hasBlank).count();

    assertThat(records.size()).isBetween(all * 95 / 100, all - 1);
    assertThat(withBlanks).isBetween(1L, all / 50L);
  }

  private static boolean hasBlank(Row record) {
    return Table.RECORDS.fields().stream()
        .filter(field -> field.need() == Need.REQUIRED)
        .map(Field::name)
        .anyMatch(record::isBlank);
  }

  @Test
  void filesNothing_afterToday() {
    LocalDate today = LocalDate.of(2026, 11, 2);

    assertThat(SampleCity.asOf(today, SEED, 200).rows(Table.RECORDS))
        .allSatisfy(row -> assertThat(row.date("submittedOn")).isBeforeOrEqualTo(today));
  }

  /** Whatever the day on which somebody tries it: the import would refuse it, and load nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-09",
        "2026-11-30",
        "2026-12-01",
        "2027-01-01",
        "2027-03-01",
        "2028-02-29"
      })
  void saysNothing_thatCannotHaveBeen(LocalDate today) {
    SampleCity city = SampleCity.asOf(today, SEED);
    Facts facts = new Facts(today);
    Map<String, LocalDate> founded =
        city.rows(Table.BRANCHES)
            .collect(Collectors.toMap(row -> row.text("branchCode"), row -> row.date("foundedOn")));

    for (Table table : Table.values()) {
      assertThat(city.rows(table).flatMap(row -> facts.impossible(row).stream()))
          .as(table.name())
          .isEmpty();
    }
    assertThat(
            city.rows(Table.MEETINGS)
                .filter(row -> row.date("heldOn").isBefore(founded.get(row.text("branchCode")))))
        .isEmpty();
  }

  @Test
  void parts_areTheWholeCity() {
    SampleCity city = SampleCity.asOf(LocalDate.of(2026, 11, 2), 1, 40);

    List<SampleCity> parts = city.parts(16);

    assertThat(parts).hasSize(3);
    assertThat(parts.stream().flatMap(part -> part.rows(Table.MEETINGS)))
        .containsExactlyElementsOf(city.rows(Table.MEETINGS).toList());
  }
}
