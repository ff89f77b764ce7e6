package org.liangpai.verification;

import org.liangpai.shared.Refusal;

/** A finding that another unit verifies. */
final class OtherVerifier extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param unit the name of the unit, or {@code null} if the viewer does not see it
   */
  OtherVerifier(Long finding, String unit) {
    super(
        "verified-by-others",
        "疑似问题 "
            + finding
            + " 由"
            + (unit == null ? "其他党组织" : unit)
            + "核实：支部的问题由基层党委核实，责任在基层党委的由其上级核实");
  }
}
