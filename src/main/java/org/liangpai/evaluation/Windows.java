package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.liangpai.dictionary.Row;

/**
 * What is counted over a window that ends with the judged month. A month without a record leaves a
 * count open, unless what is on file is enough.
 */
public final class Windows {

  /** The meetings whose attendance counts for the rate. */
  private static final Set<String> ATTENDED =
      Set.of("GENERAL_MEETING", "THEME_DAY", "LECTURE", "ORG_LIFE");

  private final BranchHistory history;
  private final YearMonth month;
  private final Ground ground;

  Windows(BranchHistory history, YearMonth month, Ground ground) {
    this.history = history;
    this.month = month;
    this.ground = ground;
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
    for (Row meeting : history.meetingsOf(month)) {
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
        ? Count.atLeastSoMany("groupsMet", 0, Texts.noRecord(month))
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
          String gap = Texts.month(one) + "纪实缺少“本月联系领导到支部指导次数”";
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
      return Count.atLeastSoMany("lateFilings", 0, Texts.noRecord(month));
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

  private Figure total(Function<RowReading, Figure> part) {
    if (history.recordOf(month).isEmpty()) {
      return Figure.unknown(Readings.gap(Texts.noRecord(month)));
    }
    Figure total = Figure.computed(BigDecimal.ZERO, Readings.NONE);
    for (Row meeting : history.meetingsOf(month)) {
      boolean attendanceCounts = ATTENDED.stream().anyMatch(type -> countsInWindow(meeting, type));
      if (attendanceCounts) {
        total = total.plus(part.apply(MeetingAt.reading(meeting)));
      }
    }
    return total.withoutParts();
  }

  private Count heldIn(List<YearMonth> window, String type) {
    int held = 0;
    for (YearMonth one : window) {
      for (Row meeting : history.meetingsOf(one)) {
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
        : Count.atLeastSoMany(name, found, Texts.noRecord(missing.get(0)));
  }

  private List<YearMonth> quarter() {
    return List.of(month.minusMonths(2), month.minusMonths(1), month);
  }

  private static boolean countsInWindow(Row meeting, String type) {
    return !MeetingAt.isMakeUp(meeting) && MeetingAt.countsAs(meeting, type);
  }
}
