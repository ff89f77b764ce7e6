package org.liangpai.evaluation;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private static final Comparator<Row> EARLIEST_FIRST =
      Comparator.comparing((Row row) -> row.date("heldOn")).thenComparing(row -> row.text("type"));

  private final BranchHistory history;
  private final YearMonth month;
  private final Predicate<ItemInForce> asked;
  private final boolean tellingAll;
  private final RosterAt roster;
  private final RecordAt record;
  private final Windows windows;
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
    this.asked = asked;
    this.tellingAll = tellingAll;
    this.roster = history.rosterAt(month.atEndOfMonth());
    this.record = recordOf(month);
    this.windows = new Windows(history, month, ground);
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
    Verdict verdict = verdict(item, condition);
    boolean worthTelling =
        verdict.outcome() == Outcome.HIT || verdict.outcome() == Outcome.NOT_JUDGED;
    return tellingAll || worthTelling ? verdict : null;
  }

  /**
   * A branch that is too young for the item is not judged, unless the item does not apply at all.
   */
  private Verdict verdict(ItemInForce item, Condition condition) {
    Verdict verdict = Verdict.of(item, branchCode(), condition);
    return verdict.outcome() == Outcome.NOT_APPLICABLE
        ? verdict
        : Scope.tooYoung(item, roster.row(), month)
            .map(why -> Verdict.without(item, branchCode(), Outcome.NOT_JUDGED, why))
            .orElse(verdict);
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

  /** What is counted over the month, the quarter or the year that ends with the month. */
  public Windows windows() {
    return windows;
  }

  /** How many fields of roster and record that should be filled are blank. */
  public Figure blanks() {
    return history
        .recordOf(month)
        .map(onFile -> Blanks.in(roster.row(), onFile.row()))
        .orElseGet(() -> Figure.unknown(Readings.gap(Texts.noRecord(month))));
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
    return new LatestRecords(latest, number, Texts.month(month));
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
            .orElseGet(() -> RowReading.missing(Texts.noRecord(one)));
    return new RecordAt(row, one);
  }

  private List<MeetingAt> meetingsOf(Predicate<Row> wanted) {
    if (history.recordOf(month).isEmpty()) {
      return List.of(new MeetingAt(RowReading.missing(Texts.noRecord(month)), null, this));
    }
    Resolutions resolutions = new Resolutions(this::meetingsOfMonths);
    return history.meetingsOf(month).stream()
        .filter(wanted)
        .sorted(EARLIEST_FIRST)
        .map(row -> new MeetingAt(MeetingAt.reading(row), resolutions, this))
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
}
