package org.liangpai.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.shared.Page;

/** The units among which a post is given its place, as far as the viewer may know them. */
@ApplicationScoped
class UnitChoices {

  private static final int AT_ONCE = 1_000;

  private final Units units;

  UnitChoices(Units units) {
    this.units = units;
  }

  /** All of them, in the order of their codes. */
  List<UnitChoice> all() {
    List<UnitChoice> choices = new ArrayList<>();
    String after = "";
    while (after != null) {
      Page<UnitView> page = units.list(after, AT_ONCE);
      page.items().forEach(unit -> choices.add(choice(unit)));
      after = page.next();
    }
    return choices;
  }

  private static UnitChoice choice(UnitView unit) {
    List<String> above = unit.pathNames().subList(0, unit.pathNames().size() - 1);
    String within = above.isEmpty() ? "" : "（" + String.join(" / ", above) + "）";
    return new UnitChoice(unit.unitCode(), unit.unitName() + within);
  }
}
