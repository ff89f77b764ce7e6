package org.liangpai.intake.cell;

import java.util.List;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** What a row must hold to be a row of its table. */
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
    if (row.table() == Table.MEETINGS
        && "GROUP_MEETING".equals(row.text("type"))
        && row.isBlank("groupName")) {
      Field group = row.table().field("groupName");
      faults.add(Fault.of(group, "", "党小组会必须填写" + group.label()));
    }
  }
}
