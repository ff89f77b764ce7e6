package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/**
 * Three-valued logic is honest: what is decided in spite of blanks stays so however they are
 * filled.
 */
class FilledBlanksTest {

  /** Items for which a blank of these fields is itself the situation. */
  private static final Set<String> ABOUT_BLANKS = Set.of("YX-11", "YX-13");

  /** Fields of a meeting of which a blank means that it is not known. */
  private static final List<String> OF_MEETINGS =
      List.of(
          "expected",
          "actual",
          "durationMinutes",
          "plannedBeforehand",
          "eligibleVoters",
          "attendingVoters",
          "votesFor",
          "passed",
          "seats",
          "candidates",
          "importantMatter",
          "preparedByCommittee",
          "preTalks",
          "opinions",
          "criticismRecorded",
          "rectifyItems",
          "ratedExcellent",
          "ratedProbationary",
          "recordedOn",
          "groupName");

  private static final List<String> OF_ROSTER =
      List.of("leadersAppointed", "committeeSize", "venue", "coveredUnits", "hasPartyWorker");
  private static final List<String> OF_RECORD =
      Table.RECORDS.fields().stream()
          .filter(field -> field.need() == Need.REQUIRED)
          .map(Field::name)
          .toList();
  private static final List<String> TYPES =
      List.of("GENERAL_MEETING", "COMMITTEE_MEETING", "GROUP_MEETING", "THEME_DAY", "ORG_LIFE");
  private static final List<String> SUBJECTS =
      List.of("NONE", "ADMISSION", "CONVERSION", "DISCIPLINE", "ELECTION", "OTHER");

  private final Judging judging = new Judging(Packaged.LIST, Packaged.RULES);

  @Property(tries = 100)
  void decided_inSpiteOfBlanks_staysHoweverTheyAreFilled(@ForAll long seed) {
    Random random = new Random(seed);
    YearMonth month = YearMonth.of(2026, 1 + random.nextInt(12));
    RecordOnFile full = record(random, month);
    Row roster = roster(random, month);
    Map<String, Outcome> filled = outcomes(month, roster, full);
    RecordOnFile part =
        new RecordOnFile(
            1,
            blanked(random, full.row(), OF_RECORD),
            full.meetings().stream().map(one -> blanked(random, one, OF_MEETINGS)).toList());
    Map<String, Outcome> blanked = outcomes(month, blanked(random, roster, OF_ROSTER), part);
    blanked.forEach(
        (item, outcome) -> {
          if (!ABOUT_BLANKS.contains(item)) {
            assertThat(filled.get(item)).as(item).isIn(possible(outcome));
          }
        });
  }

  /** A condition that fails without its scope being known may turn out not to apply at all. */
  private static Set<Outcome> possible(Outcome inSpiteOfBlanks) {
    return switch (inSpiteOfBlanks) {
      case NOT_JUDGED -> EnumSet.allOf(Outcome.class);
      case CLEAR -> EnumSet.of(Outcome.CLEAR, Outcome.NOT_APPLICABLE);
      default -> EnumSet.of(inSpiteOfBlanks);
    };
  }

  private Map<String, Outcome> outcomes(YearMonth month, Row roster, RecordOnFile record) {
    NavigableMap<YearMonth, RecordOnFile> records = new TreeMap<>();
    for (int back = 1; back <= 4; back++) {
      YearMonth one = month.minusMonths(back);
      records.put(one, new RecordOnFile(1, HealthyBranch.record(one), HealthyBranch.meetings(one)));
    }
    records.put(month, record);
    RosterVersion version = new RosterVersion(1, LocalDate.of(2010, 1, 1), roster);
    BranchHistory branch = new BranchHistory("B1", List.of(version), records, List.of(), Map.of());
    Ground ground = new Ground(month, one -> one.plusMonths(1).atDay(5));
    Map<String, Outcome> outcomes = new TreeMap<>();
    for (Explanation one : judging.explain(branch, month, ground)) {
      Verdict verdict = one.verdict();
      assertThat(verdict.reasons())
          .as(verdict.item().code())
          .noneMatch(why -> why.contains("规则出错"));
      outcomes.put(verdict.item().code(), verdict.outcome());
    }
    return outcomes;
  }

  private static Row roster(Random random, YearMonth month) {
    return HealthyBranch.roster(month)
        .with("domain", pick(random, List.of("RURAL", "ORGAN", "SOE", "NONPUBLIC", "FLOATING")))
        .with("kind", pick(random, List.of("NORMAL", "JOINT", "TEMPORARY")))
        .with("committeeSize", pick(random, List.of(0, 1, 3, 5, 8)))
        .with("leadersAppointed", random.nextInt(4) == 0)
        .with("venue", pick(random, List.of("OWN", "NONE")))
        .with("coveredUnits", pick(random, List.of(3, 5, 6)))
        .with("hasPartyWorker", random.nextBoolean())
        .with("electedOn", month.atDay(1).minusYears(pick(random, List.of(1, 2, 3, 5, 6))));
  }

  private static RecordOnFile record(Random random, YearMonth month) {
    Row row = HealthyBranch.record(month);
    for (String field : OF_RECORD) {
      int value = pick(random, List.of(0, 0, 1, 2, 3, 7, 20, 56));
      boolean hours = field.equals("secretaryTrainingHours");
      row = row.with(field, hours ? (Object) BigDecimal.valueOf(value) : (Object) value);
    }
    List<Row> meetings =
        random
            .ints(random.nextInt(6), 1, 28)
            .mapToObj(day -> meeting(random, month.atDay(day)))
            .toList();
    return new RecordOnFile(1, row, meetings);
  }

  private static Row meeting(Random random, LocalDate heldOn) {
    Row row =
        HealthyBranch.meeting(pick(random, TYPES), heldOn)
            .with("voteSubject", pick(random, SUBJECTS))
            .with("passed", random.nextBoolean())
            .with("importantMatter", random.nextBoolean())
            .with("preparedByCommittee", random.nextBoolean())
            .with("plannedBeforehand", random.nextBoolean())
            .with("criticismRecorded", random.nextBoolean())
            .with("recordedOn", heldOn.plusDays(random.nextInt(12)))
            .with("durationMinutes", pick(random, List.of(59, 60)))
            .with("groupName", pick(random, List.of("一组", "二组")));
    for (String field :
        List.of(
            "eligibleVoters",
            "attendingVoters",
            "votesFor",
            "seats",
            "candidates",
            "preTalks",
            "opinions",
            "rectifyItems",
            "ratedExcellent",
            "ratedProbationary",
            "actual")) {
      row = row.with(field, random.nextInt(8));
    }
    return row;
  }

  private static Row blanked(Random random, Row row, List<String> fields) {
    Row blanked = row;
    for (String field : fields) {
      if (random.nextInt(3) == 0) {
        blanked = blanked.with(field, null);
      }
    }
    return blanked;
  }

  private static <T> T pick(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
