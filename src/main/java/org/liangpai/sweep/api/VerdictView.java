package org.liangpai.sweep.api;

import java.util.Map;
import org.liangpai.evaluation.Explanation;
import org.liangpai.evaluation.Hit;
import org.liangpai.evaluation.Verdict;
import org.liangpai.sweep.Json;

/**
 * What one item says of the branch.
 *
 * @param verdict HIT, CLEAR, NOT_JUDGED or NOT_APPLICABLE
 * @param reason the sentence of a hit, or why it was not judged or does not apply; {@code null} if
 *     clear
 * @param values what was read
 * @param limits the thresholds of the month
 */
record VerdictView(
    String item,
    String title,
    String dimension,
    String verdict,
    String reason,
    String level,
    Integer running,
    Map<String, Object> values,
    Map<String, Object> limits) {

  static VerdictView of(Explanation explanation) {
    Verdict verdict = explanation.verdict();
    Hit hit = explanation.hit();
    String reasons = verdict.reasons().isEmpty() ? null : String.join("；", verdict.reasons());
    return new VerdictView(
        verdict.item().code(),
        verdict.item().title(),
        verdict.item().dimension().name(),
        verdict.outcome().name(),
        hit == null ? reasons : hit.sentence(),
        hit == null ? null : hit.level().name(),
        hit == null ? null : hit.running(),
        Json.map(Json.write(verdict.values())),
        Json.map(Json.write(verdict.item().limits())));
  }
}
