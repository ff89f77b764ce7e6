package org.liangpai.pairing;

import java.util.Collections;
import java.util.List;
import org.liangpai.warninglist.PairingCriteria;

/**
 * How well a strong branch fits a weak one.
 *
 * @param steps how many steps their units are apart in the hierarchy
 * @param strong strong in all dimensions in which the other is weak
 */
record Fit(int steps, boolean sameDomain, boolean demonstration, boolean strong) {

  static Fit of(WeakBranch weak, StrongBranch strong) {
    return new Fit(
        steps(weak.path(), strong.path()),
        weak.domain().equals(strong.domain()),
        strong.demonstration(),
        Collections.disjoint(weak.dimensions(), strong.slips()));
  }

  /** Whether the two may be suggested to one another. */
  boolean isPossible(PairingCriteria criteria) {
    return strong && (sameDomain || !criteria.sameDomainRequired());
  }

  /** What the pair costs, in steps; never negative. */
  int cost(PairingCriteria criteria) {
    return steps
        + (sameDomain ? 0 : criteria.otherDomainSteps())
        + (demonstration ? 0 : criteria.demonstrationSteps());
  }

  private static int steps(List<String> one, List<String> other) {
    int common = 0;
    while (common < Math.min(one.size(), other.size())
        && one.get(common).equals(other.get(common))) {
      common++;
    }
    return one.size() + other.size() - 2 * common;
  }
}
