package org.liangpai.testsupport;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.liangpai.dictionary.Row;

/**
 * Two counties of one city, for tests of who sees what. B1 of W1 and B2 of W2 belong to the county
 * X1, B9 of W3 to X2. Each has a finding in September, of which a card came, and one in October.
 */
@Singleton
public class TwoCounties {

  public static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  public static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  public static final String ITEM = "YX-25";

  private static final Map<String, String> UNITS = Map.of("B1", "W1", "B2", "W2", "B9", "W3");

  private final TestCity roster;
  private final SweepingCity city;

  TwoCounties(TestCity roster, SweepingCity city) {
    this.roster = roster;
    this.city = city;
  }

  /** Sets them up anew, and gives the id of the sweep of October. */
  public UUID reset() {
    roster.reset();
    roster.addUnit("X2", "COUNTY", "C1");
    roster.addUnit("W3", "COMMITTEE", "X2");
    UNITS.forEach(
        (branch, unit) -> {
          roster.branch(branch, row -> row.with("unitCode", unit));
          for (YearMonth month = SEPTEMBER; !month.isAfter(OCTOBER); month = month.plusMonths(1)) {
            roster.record(branch, month, lost());
          }
        });
    city.sweep(SEPTEMBER);
    for (String branch : UNITS.keySet()) {
      city.confirm(SEPTEMBER, branch + " " + ITEM);
    }
    return city.sweep(OCTOBER).id();
  }

  /** The id of the finding of a branch in October. */
  public long finding(String branch) {
    return city.id(OCTOBER, branch + " " + ITEM);
  }

  private static UnaryOperator<Row> lost() {
    return row -> row.with("membersLost", 1);
  }
}
