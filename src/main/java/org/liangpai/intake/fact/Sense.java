package org.liangpai.intake.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** What a row of each table must say to make sense, beyond orders of days and shares of counts. */
final class Sense {

  private static final Set<String> POSTS_OF_A_COMMITTEE =
      Set.of("ORGANIZATION", "PUBLICITY", "DISCIPLINE");

  private static final int MINUTES_OF_A_DAY = 1_440;

  private Sense() {}

  /** What cannot have been, seen on the given day. */
  static Stream<Optional<Flaw>> certain(Row row, LocalDate today) {
    return switch (row.table()) {
      case UNITS -> Stream.of(sameCode(row, "unitCode", "parentCode", "不能是党组织自己"));
      case BRANCHES -> Stream.of(sameCode(row, "branchCode", "pairedBranchCode", "不能是支部自己"));
      case RECORDS -> Stream.of(notBegun(row, today), filedBefore(row), admittedAhead(row, today));
      case MEETINGS ->
          Stream.of(outsideOfMonth(row), tooMany(row), madeUpAhead(row), forAhead(row));
    };
  }

  /** What may have been but hardly was. */
  static Stream<Optional<Flaw>> usual(Row row) {
    return Stream.of(postsWithoutCommittee(row), longerThanADay(row));
  }

  private static Optional<Flaw> sameCode(Row row, String own, String other, String why) {
    boolean same = row.text(own) != null && row.text(own).equals(row.text(other));
    return flaw(same, other, why);
  }

  private static Optional<Flaw> notBegun(Row row, LocalDate today) {
    YearMonth month = row.month("month");
    return flaw(
        month != null && month.isAfter(YearMonth.from(today)), "month", "还没有开始，只能上报已经开始或结束的月份");
  }

  private static Optional<Flaw> filedBefore(Row row) {
    YearMonth month = row.month("month");
    LocalDate filed = row.date("submittedOn");
    return flaw(
        month != null && filed != null && filed.isBefore(month.atDay(1)),
        "submittedOn",
        "早于" + month + "开始的那一天");
  }

  private static Optional<Flaw> admittedAhead(Row row, LocalDate today) {
    Integer year = row.integer("lastAdmissionYear");
    return flaw(
        year != null && year > today.getYear(), "lastAdmissionYear", "还没有到，不能晚于" + today.getYear());
  }

  private static Optional<Flaw> outsideOfMonth(Row row) {
    YearMonth month = row.month("month");
    LocalDate held = row.date("heldOn");
    return flaw(
        month != null && held != null && !YearMonth.from(held).equals(month),
        "heldOn",
        "不在纪实月份" + month + "之内");
  }

  private static Optional<Flaw> tooMany(Row row) {
    Integer expected = row.integer("expected");
    Integer actual = row.integer("actual");
    int exempt = row.isBlank("exempt") ? 0 : row.integer("exempt");
    return flaw(
        expected != null && actual != null && exempt <= expected && actual > expected - exempt,
        "actual",
        expected == null ? "" : "多于应到减免计的" + (expected - exempt) + "人");
  }

  private static Optional<Flaw> madeUpAhead(Row row) {
    YearMonth missed = row.month("makeUpFor");
    LocalDate held = row.date("heldOn");
    return flaw(
        missed != null && held != null && missed.isAfter(YearMonth.from(held)),
        "makeUpFor",
        "晚于召开日期" + held + "，补开的只能是过去的月份");
  }

  private static Optional<Flaw> forAhead(Row row) {
    Integer year = row.integer("forYear");
    LocalDate held = row.date("heldOn");
    return flaw(
        year != null && held != null && year > held.getYear(), "forYear", "晚于召开日期" + held + "的年份");
  }

  private static Optional<Flaw> postsWithoutCommittee(Row row) {
    return flaw(
        row.table() == Table.BRANCHES
            && Integer.valueOf(0).equals(row.integer("committeeSize"))
            && row.codes("postsFilled").stream().anyMatch(POSTS_OF_A_COMMITTEE::contains),
        "postsFilled",
        "中有委员职务，但支委会人数是0");
  }

  private static Optional<Flaw> longerThanADay(Row row) {
    return flaw(
        row.table() == Table.MEETINGS
            && !row.isBlank("durationMinutes")
            && row.integer("durationMinutes") > MINUTES_OF_A_DAY,
        "durationMinutes",
        "超过一天");
  }

  private static Optional<Flaw> flaw(boolean broken, String field, String why) {
    return broken ? Optional.of(new Flaw(field, why)) : Optional.empty();
  }
}
