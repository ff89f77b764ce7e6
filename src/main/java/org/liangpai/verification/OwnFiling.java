package org.liangpai.verification;

import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.shared.Refusal;

/** Nobody verifies what was judged by a record or roster that they filed themselves. */
final class OwnFiling extends Refusal {

  private static final long serialVersionUID = 1L;

  private static final int NAMED = 5;

  OwnFiling(List<DecidedFinding> findings) {
    super(
        "verifies-own-filing",
        findings.stream().limit(NAMED).map(DecidedFinding::name).collect(Collectors.joining("、"))
            + (findings.size() > NAMED ? " 等 " + findings.size() + " 项" : "")
            + " 所依据的纪实或名册由您本人填报，请由其他人核实");
  }
}
