package org.liangpai.intake.cell;

import java.time.YearMonth;
import java.util.List;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowText;
import org.liangpai.dictionary.Table;

/** What a row must hold, as far as the row alone can tell. */
final class RowChecks {

  private RowChecks() {}

  /** Adds to the faults; a field that has a fault already is not blamed again for being blank. */
  static void check(Row row, List<Fault> faults) {
    for (Field field : row.table().fields()) {
      if (field.need() == Need.COMPULSORY
          && row.isBlank(field.name())
          && faults.stream().noneMatch(fault -> fault.field().equals(field.name()))) {
        faults.add(Fault.of(field, "", field.label() + "是必填项，不能为空"));
      }
    }
    if (row.table() == Table.MEETINGS) {
      checkMeeting(row, faults);
    }
    if (row.table() == Table.UNITS
        && row.text("unitCode") != null
        && row.text("unitCode").equals(row.text("parentCode"))) {
      blame(row, "parentCode", "不能是党组织自己", faults);
    }
  }

  private static void checkMeeting(Row row, List<Fault> faults) {
    YearMonth month = row.month("month");
    if (month != null
        && row.date("heldOn") != null
        && !YearMonth.from(row.date("heldOn")).equals(month)) {
      blame(row, "heldOn", "不在纪实月份" + month + "之内", faults);
    }
    if ("GROUP_MEETING".equals(row.text("type")) && row.isBlank("groupName")) {
      Field group = row.table().field("groupName");
      faults.add(Fault.of(group, "", "党小组会必须填写" + group.label()));
    }
    Integer expected = row.integer("expected");
    int exempt = row.isBlank("exempt") ? 0 : row.integer("exempt");
    if (expected != null && exempt > expected) {
      blame(row, "exempt", "多于应到人数" + expected, faults);
    } else if (expected != null
        && row.integer("actual") != null
        && row.integer("actual") > expected - exempt) {
      blame(row, "actual", "多于应到减免计的" + (expected - exempt) + "人", faults);
    }
    atMostEligible(row, "attendingVoters", faults);
    atMostEligible(row, "votesFor", faults);
  }

  private static void atMostEligible(Row row, String field, List<Fault> faults) {
    Integer eligible = row.integer("eligibleVoters");
    Integer value = row.integer(field);
    if (eligible != null && value != null && value > eligible) {
      blame(row, field, "多于应到有表决权人数" + eligible, faults);
    }
  }

  private static void blame(Row row, String name, String why, List<Fault> faults) {
    Field field = row.table().field(name);
    String value = RowText.of(field, row.get(name));
    faults.add(Fault.of(field, value, field.label() + "“" + Fault.abridged(value) + "”" + why));
  }
}
