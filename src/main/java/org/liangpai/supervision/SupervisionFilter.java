package org.liangpai.supervision;

import java.util.Optional;

/**
 * Which branches are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 * @param branch one branch
 * @param account those that this account takes
 * @param kind in which capacity
 * @param gap what is missing
 */
public record SupervisionFilter(
    Optional<String> unit,
    Optional<String> branch,
    Optional<String> account,
    Optional<AssignmentKind> kind,
    Optional<Gap> gap) {

  /** What is missing at a branch with an open card. */
  public enum Gap {
    /** An orange or red card, and no contact leader. */
    WITHOUT_LEADER("橙牌、红牌无联系领导"),
    WITHOUT_SUPERVISOR("有亮牌无督导员"),
    /** Somebody is assigned who does not hold the post any more. */
    VACANT("指派的人已不在岗");

    private final String label;

    Gap(String label) {
      this.label = label;
    }

    /** The Chinese name. */
    public String label() {
      return label;
    }
  }

  /** What one account takes, in one capacity or in both. */
  public static SupervisionFilter of(String account, Optional<AssignmentKind> kind) {
    return new SupervisionFilter(
        Optional.empty(), Optional.empty(), Optional.of(account), kind, Optional.empty());
  }
}
