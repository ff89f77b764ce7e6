package org.liangpai.intake.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

class RowChecksTest {

  private static final Row MEETING =
      new Row(Table.MEETINGS)
          .with("branchCode", "B1")
          .with("month", YearMonth.of(2026, 10))
          .with("type", "GENERAL_MEETING")
          .with("heldOn", LocalDate.of(2026, 10, 15));

  @Test
  void findsNothing_inACompleteMeeting() {
    assertThat(faults(MEETING)).isEmpty();
  }

  @Test
  void blamesEveryBlankCompulsoryField() {
    assertThat(faults(new Row(Table.MEETINGS)))
        .containsExactly("branchCode", "month", "type", "heldOn");
    assertThat(faults(new Row(Table.RECORDS)))
        .containsExactly("branchCode", "month", "submittedOn");
  }

  @ParameterizedTest
  @CsvSource({"2026-09-30, true", "2026-10-01, false", "2026-10-31, false", "2026-11-01, true"})
  void wantsAMeetingInsideItsMonth(LocalDate heldOn, boolean refused) {
    assertThat(faults(MEETING.with("heldOn", heldOn)).contains("heldOn")).isEqualTo(refused);
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

    assertThat(String.join(",", faults(row))).isEqualTo(blamed);
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

    assertThat(String.join(",", faults(row))).isEqualTo(blamed);
  }

  @Test
  void wantsTheNameOfTheGroup_ofAGroupMeetingOnly() {
    Row group = MEETING.with("type", "GROUP_MEETING");

    assertThat(faults(group)).containsExactly("groupName");
    assertThat(faults(group.with("groupName", "一组"))).isEmpty();
    assertThat(faults(MEETING.with("alsoCountsAs", List.of("GROUP_MEETING")))).isEmpty();
  }

  private static List<String> faults(Row row) {
    return RowParser.typed(1, row).faults().stream().map(Fault::field).toList();
  }
}
