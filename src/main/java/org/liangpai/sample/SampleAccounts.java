package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.liangpai.account.DemonstrationAccounts;
import org.liangpai.account.SettingUp;
import org.liangpai.branch.BranchFilter;
import org.liangpai.branch.Branches;
import org.liangpai.branch.Units;

/** Gives the sample city people to try it as; any other city is set up by its own. */
@ApplicationScoped
class SampleAccounts {

  private final DemonstrationAccounts demonstration;
  private final SettingUp settingUp;
  private final Units units;
  private final Branches branches;

  SampleAccounts(
      DemonstrationAccounts demonstration, SettingUp settingUp, Units units, Branches branches) {
    this.demonstration = demonstration;
    this.settingUp = settingUp;
    this.units = units;
    this.branches = branches;
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

  private Optional<String> branch() {
    return branches
        .list(new BranchFilter(SampleUnits.COMMITTEE, null, null), "", 1)
        .items()
        .stream()
        .findFirst()
        .map(one -> (String) one.get("branchCode"));
  }
}
