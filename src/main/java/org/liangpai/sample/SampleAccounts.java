package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.liangpai.account.DemonstrationAccounts;
import org.liangpai.account.SettingUp;
import org.liangpai.branch.Units;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Gives the sample city people to try it as; any other city is set up by its own. */
@ApplicationScoped
class SampleAccounts {

  private final DemonstrationAccounts demonstration;
  private final SettingUp settingUp;
  private final Units units;
  private final Transactions transactions;

  SampleAccounts(
      DemonstrationAccounts demonstration,
      SettingUp settingUp,
      Units units,
      Transactions transactions) {
    this.demonstration = demonstration;
    this.settingUp = settingUp;
    this.units = units;
    this.transactions = transactions;
  }

  /** Makes them, or tells how else to begin. */
  void begin() {
    Optional<String> branch =
        demonstration.areWanted() && units.exists(SampleUnits.CITY) ? branch() : Optional.empty();
    if (branch.isPresent()) {
      demonstration.create(
          new DemonstrationAccounts.Places(
              SampleUnits.CITY, SampleUnits.COUNTY, SampleUnits.COMMITTEE, branch.get()));
    } else {
      settingUp.offer();
    }
  }

  /** One of which the gravest was found, so that there is something to do; else any. */
  private Optional<String> branch() {
    return transactions
        .call(
            connection ->
                NamedStatement.of(
                        """
                        SELECT b.branch_code FROM branch b JOIN unit u ON u.unit_code = b.unit_code
                        LEFT JOIN finding f ON f.branch_code = b.branch_code AND f.status = 'PENDING' AND f.duty = 'BRANCH'
                        WHERE u.committee_code = :committee
                        GROUP BY b.branch_code
                        ORDER BY max(array_position(ARRAY['BLUE', 'YELLOW', 'ORANGE', 'RED'], f.level)) DESC NULLS LAST, 1
                        LIMIT 1
                        """)
                    .with("committee", SampleUnits.COMMITTEE)
                    .list(connection, row -> row.getString(1)))
        .stream()
        .findFirst();
  }
}
