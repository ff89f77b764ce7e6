package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.kie.api.definition.type.ClassReactive;
import org.liangpai.dictionary.Row;
import org.liangpai.warninglist.ItemInForce;

/**
 * The fact that the rules judge: one branch as of the last day of one month, with the windows that
 * end there.
 */
@ClassReactive
public final class BranchMonth {

  /** The meetings whose attendance counts for the rate. */
  private static final Set<String> ATTENDED =
      Set.of("GENERAL_MEETING", "THEME_DAY", "LECTURE", "ORG_LIFE");

  private static final Comparator<Row> EARLIEST_FIRST =
      Comparator.comparing((Row row) -> row.date("heldOn")).thenComparing(row -> row.text("type"));

  private final BranchHistory history;
  private final YearMonth month;
  private final Ground ground;
  private final Predicate<ItemInForce> asked;
  private final boolean tellingAll;
  private final RosterAt roster;
  private final RecordAt record;
  private List<MeetingAt> meetings;

  /**
   * @param asked which items are to be judged; those out of scope are not
   * @param tellingAll whether clear verdicts are told as well
   */
  BranchMonth(
      BranchHistory history,
      YearMonth month,
      Ground ground,
      Predicate<ItemInForce> asked,
      boolean tellingAll) {
    this.history = history;
    this.month = month;
    this.ground = ground;
    this.asked = asked;
    this.tellingAll = tellingAll;
    this.roster = history.rosterAt(month.atEndOfMonth());
    this.record = recordOf(month);
  }

  public String branchCode() {
    return history.branchCode();
  }

  /** The item is to be judged here. */
  public boolean asks(ItemInForce item) {
    return asked.test(item);
  }

  /**
   * The verdict of an item by its condition, or nothing if it is not worth telling: a clear one is
   * told only where all are asked for.
   */
  public Verdict judge(ItemInForce item, Condition condition) {
    Verdict verdict = Verdict.of(item, branchCode(), condition);
    boolean worthTelling =
        verdict.outcome() == Outcome.HIT || verdict.outcome() == Outcome.NOT_JUDGED;
    return tellingAll || worthTelling ? verdict : null;
  }

  /** The code of the domain of the branch, by which some thresholds differ. */
  public String domain() {
    return roster.row().text("domain");
  }

  /** The month is the last of its year. */
  public boolean endsYear() {
    return month.getMonth() == Month.DECEMBER;
  }

  /** The last day of the month. */
  public Day asOf() {
    return Day.plain(month.atEndOfMonth());
  }

  public RosterAt roster() {
    return roster;
  }

  public RecordAt record() {
    return record;
  }

  /** A record of the month is on file. */
  public Condition recordOnFile() {
    return Condition.of(history.records().containsKey(month), Readings.NONE);
  }

  /** All meetings held in the month, make-up meetings too, the earliest first. */
  public List<MeetingAt> meetings() {
    if (meetings == null) {
      meetings = meetingsOf(row -> true);
    }
    return meetings;
  }

  /** The meetings of a type held in the month, make-up meetings too. */
  public List<MeetingAt> held(String type) {
    return meetingsOf(row -> MeetingAt.countsAs(row, type));
  }

  /** The meetings of either type held in the month, make-up meetings too, each once. */
  public List<MeetingAt> held(String type, String orType) {
    return meetingsOf(row -> MeetingAt.countsAs(row, type) || MeetingAt.countsAs(row, orType));
  }

  /** How many meetings of a type the month has; make-up meetings do not count. */
  public Count heldInMonth(String type) {
    return heldIn(List.of(month), type);
  }

  /** How many meetings of a type the calendar quarter has. */
  public Count heldInQuarter(String type) {
    return heldIn(quarter(), type);
  }

  /**
   * How many meetings of a type were held for last year, by all records up to the month; uncertain
   * if none is found and a record of the last three months is missing.
   */
  public Count heldForLastYear(String type) {
    int year = month.getYear() - 1;
    int held = 0;
    for (RecordOnFile onFile : history.records().headMap(month, true).values()) {
      for (Row meeting : onFile.meetings()) {
        Integer forYear = meeting.integer("forYear");
        int of = forYear == null ? meeting.date("heldOn").getYear() : forYear;
        if (of == year && countsInWindow(meeting, type)) {
          held++;
        }
      }
    }
    return count(held, quarter());
  }

  /** How many groups met, by their names; make-up meetings do not count. */
  public Count groupsMet() {
    Set<String> names = new TreeSet<>();
    int unnamed = 0;
    for (Row meeting : rowsOf(month)) {
      if (countsInWindow(meeting, "GROUP_MEETING")) {
        String name = meeting.text("groupName");
        if (name == null) {
          unnamed++;
        } else {
          names.add(name.strip());
        }
      }
    }
    return history.recordOf(month).isEmpty()
        ? Count.atLeastSoMany("groupsMet", 0, missing(month))
        : Count.between("groupsMet", names.size(), names.size() + unnamed, "有党小组会缺少“党小组名称”");
  }

  /** Those who came to the meetings of the month whose attendance counts. */
  public Figure attended() {
    return total(meeting -> meeting.figure("actual")).named("attended");
  }

  /** Those who were due there: expected less exempt. */
  public Figure due() {
    Figure due = total(meeting -> meeting.figure("expected").minus(meeting.figureOrZero("exempt")));
    boolean nobody = due.value() != null && due.value().signum() == 0;
    return nobody ? Figure.unknown(Readings.gap("本月没有可计算到会率的会议活动")) : due.named("due");
  }

  /** The visits of the contact leader in the calendar quarter. */
  public Count visitsInQuarter() {
    int visits = 0;
    for (YearMonth one : quarter()) {
      Optional<RecordOnFile> onFile = history.recordOf(one);
      if (onFile.isPresent()) {
        Integer inMonth = onFile.get().row().integer("liaisonVisits");
        if (inMonth == null) {
          String gap = label(one) + "纪实缺少“本月联系领导到支部指导次数”";
          return Count.atLeastSoMany("visits", 0, gap);
        }
        visits += inMonth;
      }
    }
    return count("visits", visits, quarter());
  }

  /**
   * How many of the records on file of so many months, this one included, were filed late; unknown
   * without that of the month.
   */
  public Count lateFilings(int months) {
    if (history.recordOf(month).isEmpty()) {
      return Count.atLeastSoMany("lateFilings", 0, missing(month));
    }
    int late = 0;
    for (YearMonth one = month.minusMonths(months - 1L);
        !one.isAfter(month);
        one = one.plusMonths(1)) {
      Optional<RecordOnFile> onFile = history.recordOf(one);
      if (onFile.isPresent()
          && onFile.get().row().date("submittedOn").isAfter(ground.filingDay().apply(one))) {
        late++;
      }
    }
    return Count.exactly("lateFilings", late);
  }

  /** How many fields of roster and record that should be filled are blank. */
  public Figure blanks() {
    return history
        .recordOf(month)
        .map(onFile -> Blanks.in(roster.row(), onFile.row()))
        .orElseGet(() -> Figure.unknown(Readings.gap(missing(month))));
  }

  /** The record of the month and the latest before it, so many in all. */
  public LatestRecords latestRecords(int number) {
    List<RecordAt> latest = new ArrayList<>();
    if (history.recordOf(month).isPresent()) {
      for (YearMonth one : history.records().headMap(month, true).descendingKeySet()) {
        if (latest.size() < number && !one.isBefore(month.minusMonths(11))) {
          latest.add(recordOf(one));
        }
      }
    }
    return new LatestRecords(latest, number, label(month));
  }

  /** The cards of the branch that were open on the last day of the month, the oldest first. */
  public List<CardAt> openCards() {
    LocalDate asOf = month.atEndOfMonth();
    return history.cards().stream()
        .filter(span -> !span.issuedOn().isAfter(asOf) && span.covers(asOf))
        .sorted(Comparator.comparing(CardSpan::issuedOn))
        .map(span -> new CardAt(span, asOf()))
        .toList();
  }

  private RecordAt recordOf(YearMonth one) {
    RowReading row =
        history
            .recordOf(one)
            .map(onFile -> RowReading.of(onFile.row(), "纪实", one.atEndOfMonth()))
            .orElseGet(() -> RowReading.missing(missing(one)));
    return new RecordAt(row, one);
  }

  private List<MeetingAt> meetingsOf(Predicate<Row> wanted) {
    if (history.recordOf(month).isEmpty()) {
      return List.of(new MeetingAt(RowReading.missing(missing(month)), null, this));
    }
    Resolutions resolutions = new Resolutions(this::meetingsOfMonths);
    return rowsOf(month).stream()
        .filter(wanted)
        .sorted(EARLIEST_FIRST)
        .map(row -> new MeetingAt(reading(row), resolutions, this))
        .toList();
  }

  private List<Row> meetingsOfMonths(int months) {
    return history
        .records()
        .subMap(month.minusMonths(months - 1L), true, month, true)
        .values()
        .stream()
        .flatMap(onFile -> onFile.meetings().stream())
        .toList();
  }

  private Figure total(Function<RowReading, Figure> part) {
    if (history.recordOf(month).isEmpty()) {
      return Figure.unknown(Readings.gap(missing(month)));
    }
    Figure total = Figure.computed(BigDecimal.ZERO, Readings.NONE);
    for (Row meeting : rowsOf(month)) {
      boolean attendanceCounts = ATTENDED.stream().anyMatch(type -> countsInWindow(meeting, type));
      if (attendanceCounts) {
        total = total.plus(part.apply(reading(meeting)));
      }
    }
    return total.withoutParts();
  }

  private Count heldIn(List<YearMonth> window, String type) {
    int held = 0;
    for (YearMonth one : window) {
      for (Row meeting : rowsOf(one)) {
        if (countsInWindow(meeting, type)) {
          held++;
        }
      }
    }
    return count(held, window);
  }

  private Count count(int held, List<YearMonth> window) {
    return count("held", held, window);
  }

  private Count count(String name, int found, List<YearMonth> window) {
    List<YearMonth> missing =
        window.stream().filter(one -> history.recordOf(one).isEmpty()).toList();
    return missing.isEmpty()
        ? Count.exactly(name, found)
        : Count.atLeastSoMany(name, found, missing(missing.get(0)));
  }

  private List<YearMonth> quarter() {
    return List.of(month.minusMonths(2), month.minusMonths(1), month);
  }

  private List<Row> rowsOf(YearMonth one) {
    return history.recordOf(one).map(RecordOnFile::meetings).orElse(List.of());
  }

  private static boolean countsInWindow(Row meeting, String type) {
    return !MeetingAt.isMakeUp(meeting) && MeetingAt.countsAs(meeting, type);
  }

  /** Nothing lies after a meeting's month but what was planned or entered: read as it is. */
  private static RowReading reading(Row meeting) {
    return RowReading.of(meeting, subject(meeting), LocalDate.MAX);
  }

  private static String subject(Row meeting) {
    LocalDate held = meeting.date("heldOn");
    String type = meeting.table().field("type").labelOf(meeting.text("type"));
    return held.getMonthValue() + "月" + held.getDayOfMonth() + "日" + type;
  }

  private static String missing(YearMonth one) {
    return label(one) + "没有上报纪实";
  }

  private static String label(YearMonth one) {
    return one.getYear() + "年" + one.getMonthValue() + "月";
  }
}
