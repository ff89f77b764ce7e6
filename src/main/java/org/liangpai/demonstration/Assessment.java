package org.liangpai.demonstration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a branch is a candidate, and the facts that say so.
 *
 * @param unitPath the names from the root to the unit
 * @param number of the demonstration branch that it is already, or {@code null}
 */
public record Assessment(
    String branchCode,
    String branchName,
    String unitName,
    String unitPath,
    String domain,
    String number,
    boolean candidate,
    List<Criterion> criteria) {

  /** The facts that keep it from being one, as one Chinese phrase; empty for a candidate. */
  public String whyNot() {
    return criteria.stream()
        .filter(one -> !one.met())
        .map(one -> one.name() + "：" + one.fact())
        .collect(Collectors.joining("；"));
  }
}
