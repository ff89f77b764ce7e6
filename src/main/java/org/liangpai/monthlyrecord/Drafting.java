package org.liangpai.monthlyrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.branch.Branches;
import org.liangpai.dictionary.Carry;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.shared.NotFound;

/** Drafts a record from the one before: what still holds is filled in, the month's acts are not. */
@ApplicationScoped
public class Drafting {

  private final MonthlyRecords records;
  private final Branches branches;

  Drafting(MonthlyRecords records, Branches branches) {
    this.records = records;
    this.branches = branches;
  }

  /** The draft as the API shows it, with the month that it was drafted from. */
  public Map<String, Object> draft(String branchCode, YearMonth month) {
    if (branches.find(branchCode).isEmpty()) {
      throw new NotFound("支部", branchCode);
    }
    Optional<Row> earlier = records.latestBefore(branchCode, month).map(MonthlyRecord::row);
    Map<String, Object> json =
        MonthlyRecord.content(draft(branchCode, month, earlier.orElse(null)), List.of());
    json.put("draftedFrom", earlier.map(row -> row.month("month").toString()).orElse(null));
    return json;
  }

  /** The draft for a month from an earlier record, which may be {@code null}. */
  static Row draft(String branchCode, YearMonth month, Row earlier) {
    Row draft = new Row(Table.RECORDS).with("branchCode", branchCode).with("month", month);
    if (earlier == null) {
      return draft;
    }
    boolean sameYear = earlier.month("month").getYear() == month.getYear();
    for (Field field : Table.RECORDS.fields()) {
      if (field.carry() == Carry.STATE || field.carry() == Carry.YEAR && sameYear) {
        draft = draft.with(field.name(), earlier.get(field.name()));
      }
    }
    return draft;
  }
}
