package org.liangpai.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.liangpai.dictionary.Row;

/**
 * A meeting held in the judged month. Where the month has no record, one unknown meeting stands for
 * all.
 */
public final class MeetingAt {

  /** What the minutes of a meeting tell. */
  private static final List<String> MINUTES =
      List.of("topic", "place", "chair", "recorder", "resolution", "expected", "actual");

  private final RowReading row;
  private final Resolutions resolutions;
  private final BranchMonth branch;

  MeetingAt(RowReading row, Resolutions resolutions, BranchMonth branch) {
    this.row = row;
    this.resolutions = resolutions;
    this.branch = branch;
  }

  /** It is of that type or counts as one. */
  static boolean countsAs(Row meeting, String type) {
    return type.equals(meeting.text("type")) || meeting.codes("alsoCountsAs").contains(type);
  }

  static boolean isMakeUp(Row meeting) {
    return !meeting.isBlank("makeUpFor");
  }

  /** Nothing lies after a meeting's month but what was planned or entered: read as it is. */
  static RowReading reading(Row meeting) {
    return RowReading.of(meeting, subject(meeting), LocalDate.MAX);
  }

  private static String subject(Row meeting) {
    LocalDate held = meeting.date("heldOn");
    String type = meeting.table().field("type").labelOf(meeting.text("type"));
    return held.getMonthValue() + "月" + held.getDayOfMonth() + "日" + type;
  }

  /** The roster row of its branch. */
  public RosterAt roster() {
    return branch.roster();
  }

  /** The record to which it belongs. */
  public RecordAt record() {
    return branch.record();
  }

  public Day heldOn() {
    return row.day("heldOn");
  }

  public Word type() {
    return row.word("type");
  }

  public Word topic() {
    return row.word("topic");
  }

  public Word place() {
    return row.word("place");
  }

  public Word chair() {
    return row.word("chair");
  }

  public Word recorder() {
    return row.word("recorder");
  }

  public Word resolution() {
    return row.word("resolution");
  }

  public Figure expected() {
    return row.figure("expected");
  }

  public Figure actual() {
    return row.figure("actual");
  }

  /** Something that the minutes should tell is blank: of its own a fault, whatever it would be. */
  public Condition lacksMinutes() {
    if (row.isMissing()) {
      return Condition.of(Truth.UNKNOWN, actual().readings());
    }
    List<String> blanks =
        MINUTES.stream()
            .filter(row.row()::isBlank)
            .map(field -> row.row().table().field(field).label())
            .toList();
    return Condition.of(!blanks.isEmpty(), Readings.of("missing", String.join("、", blanks)));
  }

  public Figure durationMinutes() {
    return row.figure("durationMinutes");
  }

  public Day scheduledOn() {
    return row.plannedDay("scheduledOn");
  }

  /** Whole days between the fixed day and the day held, in either direction. */
  public Figure daysOffSchedule() {
    Figure days = scheduledOn().daysUntil(heldOn());
    return (days.value() == null ? days : Figure.computed(days.value().abs(), days.readings()))
        .named("daysOffSchedule");
  }

  public Word rescheduleReason() {
    return row.word("rescheduleReason");
  }

  public Flag plannedBeforehand() {
    return row.flag("plannedBeforehand");
  }

  public Word voteSubject() {
    return row.wordOr("voteSubject", "NONE");
  }

  public Figure eligibleVoters() {
    return row.figure("eligibleVoters");
  }

  public Figure attendingVoters() {
    return row.figure("attendingVoters");
  }

  public Figure votesFor() {
    return row.figure("votesFor");
  }

  public Flag passed() {
    return row.flag("passed");
  }

  public Figure seats() {
    return row.figure("seats");
  }

  public Figure candidates() {
    return row.figure("candidates");
  }

  public Flag importantMatter() {
    return row.flag("importantMatter");
  }

  public Flag preparedByCommittee() {
    return row.flag("preparedByCommittee");
  }

  public Word lifeTheme() {
    return row.word("lifeTheme");
  }

  public Figure preTalks() {
    return row.figure("preTalks");
  }

  public Figure opinions() {
    return row.figure("opinions");
  }

  public Flag criticismRecorded() {
    return row.flag("criticismRecorded");
  }

  public Figure rectifyItems() {
    return row.figure("rectifyItems");
  }

  public Figure ratedExcellent() {
    return row.figure("ratedExcellent");
  }

  public Figure ratedProbationary() {
    return row.figure("ratedProbationary");
  }

  /** Days from the meeting to its entry into the record; the day of entry is read as it is. */
  public Figure daysUntilRecorded() {
    return heldOn().daysUntil(row.plannedDay("recordedOn")).named("daysUntilRecorded");
  }

  /**
   * Its resolution, without punctuation, has at least so many characters and equals that of a
   * meeting held on another day of the last months, the judged one included. A blank resolution
   * could repeat any of them that is long enough.
   */
  public Condition repeatsResolution(int leastCharacters, int months) {
    if (row.isMissing()) {
      return Condition.of(Truth.UNKNOWN, actual().readings());
    }
    LocalDate heldOn = row.row().date("heldOn");
    if (row.row().isBlank("resolution")
        && resolutions.anyOnOtherDay(heldOn, leastCharacters, months)) {
      return resolution().is("");
    }
    List<LocalDate> days =
        resolutions.otherDays(row.row().text("resolution"), heldOn, leastCharacters, months);
    return days.isEmpty()
        ? Condition.of(false, Readings.NONE)
        : Condition.of(true, Readings.of("repeatedOn", days.get(0)));
  }

  /** Its faults, to be gathered under a name. */
  public Faults faults(String name) {
    return Faults.under(name);
  }

  /**
   * This meeting meets a condition: the same condition, told with the type and day of the meeting.
   */
  public Condition meets(Condition condition) {
    return row.isMissing()
        ? condition.ofUnknownMany()
        : Condition.of(true, identity()).and(condition);
  }

  private Readings identity() {
    return Readings.of("heldOn", row.row().date("heldOn")).with("type", row.row().text("type"));
  }
}
