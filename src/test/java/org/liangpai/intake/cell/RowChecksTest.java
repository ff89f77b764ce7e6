package org.liangpai.intake.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
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
