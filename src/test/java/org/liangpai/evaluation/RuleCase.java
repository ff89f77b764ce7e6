package org.liangpai.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.liangpai.dictionary.Row;
import org.liangpai.warninglist.Level;

/**
 * One case of one item: a healthy branch with the differences that the case tells, and the verdict
 * that must come out.
 *
 * @param file the name of the rule file beside which the case stands
 */
record RuleCase(String file, String item, JsonNode told) {

  private static final Set<String> KEYS =
      Set.of(
          "case",
          "month",
          "roster",
          "versions",
          "record",
          "records",
          "meetings",
          "without",
          "meetingsOf",
          "cards",
          "dismissed",
          "historyStart",
          "then");

  private static final Set<String> RECORD_STATES = Set.of("none", "returned");

  RuleCase {
    for (Map.Entry<String, JsonNode> entry : told.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw new IllegalArgumentException(file + " " + item + " has no key " + entry.getKey());
      }
    }
  }

  String name() {
    return told.path("case").asText();
  }

  YearMonth month() {
    return YearMonth.parse(told.required("month").asText());
  }

  Expected then() {
    return new Expected(told.required("then"));
  }

  /** What all branches share: the history starts as told, otherwise 22 months ago. */
  Ground ground() {
    return new Ground(historyStart(), month -> month.plusMonths(1).atDay(5));
  }

  private YearMonth historyStart() {
    return told.has("historyStart")
        ? YearMonth.parse(told.get("historyStart").asText())
        : month().minusMonths(22);
  }

  BranchHistory branch() {
    List<RosterVersion> versions = versions();
    return new BranchHistory(
        HealthyBranch.CODE, versions, records(versions.get(0).row()), cards(), dismissed());
  }

  private List<RosterVersion> versions() {
    Row standard = HealthyBranch.roster(month());
    LocalDate first = LocalDate.of(2010, 1, 1);
    if (!told.has("versions")) {
      return List.of(new RosterVersion(1, first, CaseValues.over(standard, told.path("roster"))));
    }
    List<RosterVersion> versions = new ArrayList<>();
    for (JsonNode version : told.get("versions")) {
      LocalDate effectiveOn = LocalDate.parse(version.required("effectiveOn").asText());
      Row row = CaseValues.over(standard, version, "effectiveOn");
      versions.add(new RosterVersion(versions.size() + 1, effectiveOn, row));
    }
    return versions;
  }

  private NavigableMap<YearMonth, RecordOnFile> records(Row roster) {
    NavigableMap<YearMonth, RecordOnFile> records = new TreeMap<>();
    YearMonth founded = YearMonth.from(roster.date("foundedOn"));
    YearMonth first = founded.isAfter(historyStart()) ? founded : historyStart();
    for (YearMonth one = first; !one.isAfter(month()); one = one.plusMonths(1)) {
      JsonNode record = one.equals(month()) && told.has("record") ? told.get("record") : of(one);
      if (!isOffFile(record)) {
        records.put(
            one,
            new RecordOnFile(1, CaseValues.over(HealthyBranch.record(one), record), meetings(one)));
      }
    }
    return records;
  }

  private JsonNode of(YearMonth one) {
    return told.path("records").path(one.toString());
  }

  private boolean isOffFile(JsonNode record) {
    if (record.isTextual() && !RECORD_STATES.contains(record.asText())) {
      throw new IllegalArgumentException(name() + ": a record is not " + record);
    }
    return record.isTextual();
  }

  private List<Row> meetings(YearMonth one) {
    boolean current = one.equals(month());
    JsonNode given = current ? told.path("meetings") : told.path("meetingsOf").path(one.toString());
    if (!given.isMissingNode()) {
      List<Row> meetings = new ArrayList<>();
      given.forEach(meeting -> meetings.add(meeting(meeting)));
      return meetings;
    }
    Set<String> without = new HashSet<>();
    if (current) {
      told.path("without").forEach(type -> without.add(type.asText()));
    }
    return HealthyBranch.meetings(one).stream()
        .filter(meeting -> !without.contains(meeting.text("type")))
        .toList();
  }

  private static Row meeting(JsonNode meeting) {
    LocalDate heldOn = LocalDate.parse(meeting.required("heldOn").asText());
    return CaseValues.over(
        HealthyBranch.meeting(meeting.required("type").asText(), heldOn), meeting);
  }

  private List<CardSpan> cards() {
    List<CardSpan> cards = new ArrayList<>();
    for (JsonNode card : told.path("cards")) {
      LocalDate issuedOn = LocalDate.parse(card.required("issuedOn").asText());
      LocalDate from = card.has("from") ? LocalDate.parse(card.get("from").asText()) : issuedOn;
      LocalDate until = card.has("until") ? LocalDate.parse(card.get("until").asText()) : null;
      Level level = Level.valueOf(card.required("level").asText());
      cards.add(new CardSpan(issuedOn, level, from, until));
    }
    return cards;
  }

  private Map<YearMonth, Set<String>> dismissed() {
    Map<YearMonth, Set<String>> dismissed = new HashMap<>();
    told.path("dismissed")
        .forEach(one -> dismissed.put(YearMonth.parse(one.asText()), Set.of(item)));
    return dismissed;
  }

  @Override
  public String toString() {
    return item + " " + name();
  }
}
