package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liangpai.evaluation.RuleListing.ListedRule;
import org.liangpai.warninglist.DatedValue;
import org.liangpai.warninglist.Dimension;
import org.liangpai.warninglist.ItemStatus;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelLadder;
import org.liangpai.warninglist.LevelStep;
import org.liangpai.warninglist.StepLimit;
import org.liangpai.warninglist.Threshold;
import org.liangpai.warninglist.WarningItem;

/** The list, the rules and the cases are one body: nothing is missing on any side. */
class CorpusTest {

  /** A record is on file or it is not, and every branch owes one each month. */
  private static final String ALWAYS_DECIDED = "YX-09";

  private static final Map<String, List<ListedRule>> RULES =
      RuleListing.of(RuleSources.packaged()).rules().stream()
          .collect(Collectors.groupingBy(ListedRule::code));
  private static final Map<String, List<RuleCase>> CASES =
      RuleCases.ofItems().stream().collect(Collectors.groupingBy(RuleCase::item));

  static Stream<WarningItem> items() {
    return Packaged.LIST.items().stream().filter(item -> item.status() != ItemStatus.RETIRED);
  }

  @Test
  void list_isThatOfTheSpecification() {
    Map<Dimension, Long> counts =
        items().collect(Collectors.groupingBy(WarningItem::dimension, Collectors.counting()));
    assertThat(counts)
        .containsOnly(
            Map.entry(Dimension.ORGANISATION_SETUP, 10L),
            Map.entry(Dimension.OPERATIONS, 28L),
            Map.entry(Dimension.ORGANISATIONAL_LIFE, 11L),
            Map.entry(Dimension.COMMITTEE_BUILDING, 17L),
            Map.entry(Dimension.SUPPORT, 12L));
  }

  @Test
  void rulesAndCases_areOfItemsOfTheList() {
    Set<String> codes = items().map(WarningItem::code).collect(Collectors.toSet());
    assertThat(RULES.keySet()).isEqualTo(codes);
    assertThat(CASES.keySet()).isEqualTo(codes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("items")
  void item_hasOneRuleInTheFileOfItsDimension(WarningItem item) {
    assertThat(RULES.get(item.code())).hasSize(1);
    ListedRule rule = RULES.get(item.code()).get(0);
    assertThat(rule.file()).isEqualTo(fileOf(item));
    assertThat(rule.name()).isEqualTo(item.code() + " " + item.title());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("items")
  void thresholds_areAllUsedByTheRuleOrTheLadder(WarningItem item) {
    Set<String> used = new HashSet<>(RULES.get(item.code()).get(0).thresholds());
    item.levels().stream()
        .map(DatedValue::value)
        .map(LevelLadder::steps)
        .flatMap(List::stream)
        .map(LevelStep::conditions)
        .flatMap(List::stream)
        .map(condition -> condition.limit())
        .filter(StepLimit::isNamed)
        .forEach(limit -> used.add(limit.threshold()));
    assertThat(item.thresholds()).extracting(Threshold::name).allMatch(used::contains);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("items")
  void item_hasCasesOfEachKind(WarningItem item) {
    List<RuleCase> cases = CASES.getOrDefault(item.code(), List.of());
    assertThat(cases).hasSizeGreaterThanOrEqualTo(4);
    assertThat(cases).extracting(RuleCase::file).containsOnly(fileOf(item));
    assertThat(cases).extracting(RuleCase::name).doesNotHaveDuplicates();
    assertThat(cases).extracting(RuleCase::name).allMatch(name -> !name.isBlank());
    Set<Outcome> outcomes = all(cases, one -> one.then().outcome());
    assertThat(outcomes).contains(Outcome.HIT, Outcome.CLEAR);
    if (!ALWAYS_DECIDED.equals(item.code())) {
      assertThat(outcomes).containsAnyOf(Outcome.NOT_JUDGED, Outcome.NOT_APPLICABLE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("items")
  void item_hasACaseAtEachLevelAndOneSentence(WarningItem item) {
    List<RuleCase> hits =
        CASES.getOrDefault(item.code(), List.of()).stream()
            .filter(one -> one.then().outcome() == Outcome.HIT)
            .toList();
    Set<Level> levels = all(hits, one -> one.then().level());
    assertThat(item.levels())
        .flatExtracting(dated -> dated.value().steps())
        .extracting(LevelStep::level)
        .allMatch(levels::contains);
    assertThat(hits).anyMatch(one -> one.then().told().has("sentence"));
  }

  private static <T> Set<T> all(List<RuleCase> cases, Function<RuleCase, T> part) {
    return cases.stream().map(part).collect(Collectors.toSet());
  }

  private static String fileOf(WarningItem item) {
    return item.dimension().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".drl";
  }
}
