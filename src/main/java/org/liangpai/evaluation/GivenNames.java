package org.liangpai.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names of the values that a rule gives to the sentence of its item: the fields that it reads,
 * the names that it gives itself, and what its facts derive. A sentence that names anything else
 * would show the name in its braces.
 */
final class GivenNames {

  /** What every sentence may name, whatever its rule reads. */
  private static final Set<String> ALWAYS =
      Set.of("month", "quarter", "year", "lastYear", "streak");

  /** What facts tell beside the value that they are asked for. */
  private static final Map<String, List<String>> DERIVED =
      Map.ofEntries(
          Map.entry("heldInMonth", List.of("held")),
          Map.entry("heldInQuarter", List.of("held")),
          Map.entry("heldForLastYear", List.of("held")),
          Map.entry("visitsInQuarter", List.of("visits")),
          Map.entry("tally", List.of("hits")),
          Map.entry("meets", List.of("heldOn", "type")),
          Map.entry("daysUntilRecorded", List.of("heldOn", "recordedOn")),
          Map.entry("daysOffSchedule", List.of("heldOn", "scheduledOn")),
          Map.entry("lacksMinutes", List.of("missing")),
          Map.entry("lacksAnyOf", List.of("missing")),
          Map.entry("repeatsResolution", List.of("repeatedOn", "resolution")),
          Map.entry("blanks", List.of("blankFields")),
          Map.entry("yearsWithoutAdmission", List.of("years", "lastAdmissionYear")),
          Map.entry("fullMembersBelow", List.of("fullMembers")),
          Map.entry("fullMembersAtLeast", List.of("fullMembers")),
          Map.entry("members", List.of("fullMembers", "probationaryMembers")),
          Map.entry("membersAbove", List.of("members", "fullMembers", "probationaryMembers")),
          Map.entry("hasGroups", List.of("groups")),
          Map.entry("hasBudget", List.of("budgetAmount")),
          Map.entry("hasCommittee", List.of("committeeSize")),
          Map.entry("hasTerm", List.of("leadersAppointed")),
          Map.entry("termEndsOn", List.of("electedOn", "termYears")),
          Map.entry("openCards", List.of("cardLevel")),
          Map.entry("daysSinceIssued", List.of("issuedOn")));

  private static final Pattern WORD = Pattern.compile("\\b[a-z]\\w*");

  private GivenNames() {}

  /** The names that the text of a rule gives. */
  static Set<String> of(String rule) {
    Set<String> names = new TreeSet<>(ALWAYS);
    WORD.matcher(rule)
        .results()
        .map(found -> found.group())
        .forEach(
            word -> {
              names.add(word);
              names.addAll(DERIVED.getOrDefault(word, List.of()));
            });
    return names;
  }
}
