package org.liangpai.verification;

import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.shared.Refusal;

/** Findings on which nobody can decide any more; the message says who decided what, and when. */
public final class FindingRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private static final int NAMED = 5;

  FindingRefused(List<DecidedFinding> decided) {
    super(
        "finding-already-decided",
        decided.stream().limit(NAMED).map(DecidedFinding::sentence).collect(Collectors.joining("；"))
            + (decided.size() > NAMED ? "；等 " + decided.size() + " 项" : "")
            + "。请刷新页面，看现在的结论");
  }
}
