package org.liangpai.pairing;

import java.math.BigDecimal;

/**
 * What came of pairing: confirmed findings of a branch before and after, of the paired branches and
 * of those with an orange or red card that were never paired.
 *
 * @param months how many months before and after are compared
 * @param note how much the numbers say, in Chinese
 */
public record Outcome(int months, Group paired, Group unpaired, String note) {

  /**
   * The branches of one side for which all months are known.
   *
   * @param branches how many there are
   * @param before findings of a branch on average, with one decimal; {@code null} without branches
   * @param after the same afterwards
   */
  public record Group(int branches, BigDecimal before, BigDecimal after) {}
}
