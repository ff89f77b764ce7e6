package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.liangpai.warninglist.ItemInForce;

/**
 * What one item says of one branch in one month, before runs and levels.
 *
 * @param reasons why it was not judged or does not apply, in Chinese; empty otherwise
 * @param values what was read, by field name or derived name; a blank is {@code null}
 * @param measure the figure by which the level is decided, or {@code null}
 */
public record Verdict(
    ItemInForce item,
    String branchCode,
    Outcome outcome,
    List<String> reasons,
    Map<String, Object> values,
    BigDecimal measure) {

  static Verdict of(ItemInForce item, String branchCode, Condition condition) {
    Outcome outcome =
        condition.outOfScope() != null
            ? Outcome.NOT_APPLICABLE
            : switch (condition.truth()) {
              case TRUE -> Outcome.HIT;
              case FALSE -> Outcome.CLEAR;
              case UNKNOWN -> Outcome.NOT_JUDGED;
            };
    List<String> reasons =
        condition.outOfScope() != null
            ? List.of(condition.outOfScope())
            : condition.readings().gaps();
    return new Verdict(
        item, branchCode, outcome, reasons, condition.readings().values(), condition.measure());
  }

  static Verdict without(ItemInForce item, String branchCode, Outcome outcome, String reason) {
    return new Verdict(item, branchCode, outcome, List.of(reason), Map.of(), null);
  }

  /** The same where the situation is there but not yet for long enough to be a hit. */
  Verdict clearForNow() {
    return new Verdict(
        item, branchCode, Outcome.CLEAR, List.of("情形存在，连续次数尚未达到标准"), values, measure);
  }
}
