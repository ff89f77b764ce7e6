package org.liangpai.overview.web;

import java.util.List;
import java.util.Map;
import org.liangpai.catalogue.Told;
import org.liangpai.catalogue.Wording;
import org.liangpai.evaluation.Explanation;
import org.liangpai.evaluation.Hit;
import org.liangpai.evaluation.Outcome;
import org.liangpai.evaluation.Verdict;
import org.liangpai.warninglist.WarningItem;

/**
 * What one item says of a branch, as a line of the page.
 *
 * @param level the name of the level of a hit, or {@code null}
 * @param reason the sentence of a hit, or why it was not judged or does not apply
 */
record VerdictLine(
    WarningItem item,
    Outcome outcome,
    String reason,
    String level,
    List<Told> values,
    List<Told> limits) {

  static VerdictLine of(Explanation explanation, Wording wording) {
    Verdict verdict = explanation.verdict();
    Hit hit = explanation.hit();
    Map<String, Object> limits = verdict.item().limits();
    return new VerdictLine(
        verdict.item().item(),
        verdict.outcome(),
        hit == null ? String.join("；", verdict.reasons()) : hit.sentence(),
        hit == null ? null : hit.level().name(),
        wording.values(verdict.values()),
        wording.limits(verdict.item().code(), limits));
  }
}
