package org.liangpai.intake.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.evaluation.HealthyBranch;
import org.liangpai.intake.cell.Fault;
import org.liangpai.sample.SampleCity;

class FactsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 9);
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Facts FACTS = new Facts(TODAY);
  private static final Row BRANCH = HealthyBranch.roster(OCTOBER);
  private static final Row RECORD = HealthyBranch.record(OCTOBER);
  private static final Row MEETING =
      new Row(Table.MEETINGS)
          .with("branchCode", "B1")
          .with("month", OCTOBER)
          .with("type", "GENERAL_MEETING")
          .with("heldOn", LocalDate.of(2026, 10, 15));

  @Test
  void findsNothing_inHealthyRows() {
    assertThat(flaws(BRANCH)).isEmpty();
    assertThat(flaws(RECORD)).isEmpty();
    HealthyBranch.meetings(YearMonth.of(2026, 1)).forEach(row -> assertThat(flaws(row)).isEmpty());
    assertThat(FACTS.unlikely(BRANCH)).isEmpty();
    assertThat(FACTS.unlikely(RECORD)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-09", "2027-03-31", "2026-01-01"})
  void findsNothing_inTheSampleCity(LocalDate day) {
    Facts facts = new Facts(day);
    for (Table table : Table.values()) {
      List<Fault> faults =
          SampleCity.asOf(day, 20_260_101)
              .rows(table)
              .flatMap(row -> facts.impossible(row).stream())
              .limit(5)
              .toList();

      assertThat(faults).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-11, false", "2026-12, true", "2027-05, true", "2026-10, false"})
  void refusesAMonth_thatHasNotBegun(YearMonth month, boolean refused) {
    Row row = RECORD.with("month", month).with("submittedOn", TODAY);

    assertThat(flaws(row).contains("month")).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"2026-09-30, true", "2026-10-01, false", "2026-11-09, false", "2026-11-10, true"})
  void refusesAFiling_beforeTheMonthAndAfterToday(LocalDate day, boolean refused) {
    assertThat(flaws(RECORD.with("submittedOn", day)).contains("submittedOn")).isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foundedOn",
        "filedOn",
        "dissolvedOn",
        "hostDissolvedOn",
        "electedOn",
        "reminderSentOn",
        "approvedOn",
        "committeeVacantSince",
        "secretaryFullSince",
        "secretaryAppointedOn",
        "secretaryVacantSince",
        "secretaryInductionOn"
      })
  void refusesWhatWasDone_laterThanToday(String field) {
    assertThat(flaws(BRANCH.with(field, TODAY.plusDays(1)))).contains(field);
    assertThat(flaws(BRANCH.with(field, TODAY))).doesNotContain(field);
  }

  @Test
  void takesWhatIsPlanned_farAhead() {
    LocalDate ahead = TODAY.plusYears(3);

    assertThat(flaws(BRANCH.with("termEndsOn", ahead).with("postponedUntil", ahead))).isEmpty();
    assertThat(flaws(RECORD.with("surgeUntil", ahead))).isEmpty();
    assertThat(flaws(MEETING.with("scheduledOn", ahead))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "foundedOn, electedOn",
    "foundedOn, dissolvedOn",
    "electedOn, dissolvedOn",
    "electedOn, termEndsOn"
  })
  void refusesDays_inTheWrongOrder(String first, String second) {
    LocalDate day = LocalDate.of(2022, 1, 1);
    Row row = BRANCH.with("foundedOn", day).with("electedOn", day);

    assertThat(flaws(row.with(first, day).with(second, day))).isEmpty();
    assertThat(flaws(row.with(first, day).with(second, day.minusDays(1)))).contains(second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "membersWithoutGroup",
        "membersDuesOverdue",
        "membersLapsed",
        "membersLost",
        "membersUntransferred",
        "floatingMembers",
        "leadingCadres"
      })
  void refusesMoreMembers_thanThereAre(String field) {
    assertThat(flaws(RECORD.with(field, 25))).isEmpty();
    assertThat(flaws(RECORD.with(field, 26))).containsExactly(field);
    assertThat(flaws(RECORD.with(field, 999).with("fullMembers", null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "weakGroups, groups, 2",
    "floatingOutOfContact, floatingMembers, 1",
    "leadingCadresAbsent, leadingCadres, 1",
    "probationersOverdue, probationaryMembers, 1"
  })
  void refusesParts_thatAreMoreThanTheWhole(String part, String whole, int most) {
    assertThat(flaws(RECORD.with(part, most))).isEmpty();
    assertThat(flaws(RECORD.with(part, most + 1))).containsExactly(part);
    assertThat(flaws(RECORD.with(part, most + 1).with(whole, null))).isEmpty();
  }

  @Test
  void saysWhatIsAllowed() {
    assertThat(FACTS.impossible(RECORD.with("membersDuesOverdue", 999)))
        .extracting(Fault::message)
        .containsExactly("到期未交党费党员数“999”多于正式党员数与预备党员数之和25");
    assertThat(FACTS.impossible(BRANCH.with("electedOn", LocalDate.of(2001, 6, 10))))
        .extracting(Fault::message)
        .containsExactly("本届选举日期“2001-06-10”早于成立日期2010-01-01");
  }

  @Test
  void tellsWhatIsUnlikely_andTakesIt() {
    Row talked = RECORD.with("talksDone", 26);

    assertThat(flaws(talked)).isEmpty();
    assertThat(FACTS.unlikely(talked)).containsExactly("已谈心谈话人数“26”多于应谈心谈话人数25");
    assertThat(FACTS.unlikely(BRANCH.with("committeeSize", 0))).hasSize(1);
    assertThat(FACTS.unlikely(MEETING.with("durationMinutes", 1440))).isEmpty();
    assertThat(FACTS.unlikely(MEETING.with("durationMinutes", 1441))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"lastAdmissionYear, 2026, ''", "lastAdmissionYear, 2027, lastAdmissionYear"})
  void refusesAYear_thatHasNotCome(String field, int year, String blamed) {
    assertThat(String.join(",", flaws(RECORD.with(field, year)))).isEqualTo(blamed);
  }

  @Test
  void refusesMeetings_forATimeAhead() {
    assertThat(flaws(MEETING.with("makeUpFor", OCTOBER))).isEmpty();
    assertThat(flaws(MEETING.with("makeUpFor", OCTOBER.plusMonths(1))))
        .containsExactly("makeUpFor");
    assertThat(flaws(MEETING.with("forYear", 2026))).isEmpty();
    assertThat(flaws(MEETING.with("forYear", 2027))).containsExactly("forYear");
  }

  @Test
  void refusesABranch_thatIsPairedWithItself() {
    assertThat(flaws(BRANCH.with("pairedBranchCode", "B1"))).containsExactly("pairedBranchCode");
  }

  @ParameterizedTest
  @CsvSource({"2026-09-30, true", "2026-10-01, false", "2026-10-31, false", "2026-11-01, true"})
  void wantsAMeetingInsideItsMonth(LocalDate heldOn, boolean refused) {
    assertThat(flaws(MEETING.with("heldOn", heldOn)).contains("heldOn")).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "10, , 10, ''",
    "10, , 11, actual",
    "10, 2, 8, ''",
    "10, 2, 9, actual",
    "10, 10, 0, ''",
    "10, 11, , exempt",
    ", , 99, ''",
    "10, 2, , ''"
  })
  void wantsNoMoreThanWereExpected(
      Integer expected, Integer exempt, Integer actual, String blamed) {
    Row row = MEETING.with("expected", expected).with("exempt", exempt).with("actual", actual);

    assertThat(String.join(",", flaws(row))).isEqualTo(blamed);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10, 10, ''",
    "10, 11, 5, attendingVoters",
    "10, 5, 11, votesFor",
    ", 5, 6, ''",
    "10, 5, 8, ''"
  })
  void wantsNoMoreVotersThanAreEligible(
      Integer eligible, Integer attending, Integer votesFor, String blamed) {
    Row row =
        MEETING
            .with("eligibleVoters", eligible)
            .with("attendingVoters", attending)
            .with("votesFor", votesFor);

    assertThat(String.join(",", flaws(row))).isEqualTo(blamed);
  }

  private static List<String> flaws(Row row) {
    return FACTS.impossible(row).stream().map(Fault::field).toList();
  }
}
