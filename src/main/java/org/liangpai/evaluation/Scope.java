package org.liangpai.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.warninglist.ItemInForce;
import org.liangpai.warninglist.ItemKind;

/** Whether an item concerns a branch in a month at all, before any rule is asked. */
final class Scope {

  private Scope() {}

  /** The verdict that follows from the scope alone, or nothing if the rule is to be asked. */
  static Optional<Verdict> verdict(ItemInForce item, BranchHistory branch, YearMonth month) {
    Row roster = branch.versionAt(month.atEndOfMonth()).row();
    String outside = outside(item, roster);
    if (outside != null) {
      return Optional.of(
          Verdict.without(item, branch.branchCode(), Outcome.NOT_APPLICABLE, outside));
    }
    return Optional.empty();
  }

  /** Why the branch is too young for an item that counts over a window, if it is. */
  static Optional<String> tooYoung(ItemInForce item, Row roster, YearMonth month) {
    LocalDate founded = roster.date("foundedOn");
    return item.kind() == ItemKind.COUNT && founded.isAfter(firstDay(item, month))
        ? Optional.of("支部" + Texts.day(founded) + "成立，未满一个完整的判断期")
        : Optional.empty();
  }

  private static String outside(ItemInForce item, Row roster) {
    if (!item.appliesToKind(roster.text("kind"))) {
      return "不适用于" + label("kind", roster.text("kind")) + "支部";
    }
    if (!item.appliesToDomain(roster.text("domain"))) {
      return "不适用于本领域支部";
    }
    return item.appliesInMonth() ? null : "本月不判断";
  }

  /**
   * The first day of the window that a count item looks at: an item of named months looks at last
   * year.
   */
  private static LocalDate firstDay(ItemInForce item, YearMonth month) {
    return switch (item.rhythm()) {
      case MONTHLY -> month.atDay(1);
      case QUARTERLY -> month.minusMonths(2).atDay(1);
      case NAMED_MONTHS -> LocalDate.of(month.getYear() - 1, 1, 1);
    };
  }

  private static String label(String field, String code) {
    return Table.BRANCHES.field(field).labelOf(code);
  }
}
