package org.liangpai.evaluation;

import java.util.Map;
import org.liangpai.warninglist.WarningList;

/** Rule files of a test's own, for two items of the packaged list. */
final class RuleText {

  static final WarningList LIST =
      Packaged.listOf(
          Packaged.LIST.item("ZZ-03").orElseThrow(), Packaged.LIST.item("ZZ-05").orElseThrow());

  static final String UNITS_CONDITION =
      "$branch.roster().coveredUnits().above($item.number(\"mostUnits\"))";
  static final String UNITS = rule("ZZ-03 联合支部覆盖单位过多", UNITS_CONDITION);
  static final String FILING =
      rule(
          "ZZ-05 设立未备案",
          "$branch.roster().foundedOn().daysUntil($branch.asOf()).named(\"daysSinceFounded\")"
              + ".above($item.number(\"mostDays\")).and($branch.roster().filedOn().isBlank())");

  private RuleText() {}

  private static String rule(String name, String condition) {
    return """
        rule "%s"
        when
            $item    : ItemInForce( code == "%s" )
            $branch  : BranchMonth( asks($item) )
            $verdict : Verdict() from $branch.judge($item, %s)
        then
            insert( $verdict );
        end
        """
        .formatted(name, name.split(" ")[0], condition);
  }

  static RuleSources sources(String... rules) {
    String head =
        """
        package rules
        import org.liangpai.evaluation.BranchMonth
        import org.liangpai.evaluation.MeetingAt
        import org.liangpai.evaluation.Tally
        import org.liangpai.evaluation.Verdict
        import org.liangpai.warninglist.ItemInForce
        import accumulate org.liangpai.evaluation.TallyFunction tally
        """;
    return new RuleSources(Map.of("own.drl", head + String.join("", rules)));
  }

  static RuleBook book(String... rules) {
    return RuleBook.compile(sources(rules), LIST);
  }
}
