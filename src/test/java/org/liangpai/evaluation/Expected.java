package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liangpai.warninglist.Level;

/** What must come out of a case: the {@code then} of a case, exact in whatever it tells. */
record Expected(JsonNode told) {

  private static final Set<String> OF_HIT =
      Set.of("outcome", "level", "running", "sentence", "values");
  private static final Set<String> OF_OTHERS = Set.of("outcome", "reason", "values");

  Expected {
    Outcome outcome = Outcome.valueOf(told.required("outcome").asText());
    Set<String> keys = outcome == Outcome.HIT ? OF_HIT : OF_OTHERS;
    told.fieldNames().forEachRemaining(key -> assertThat(keys).contains(key));
  }

  Outcome outcome() {
    return Outcome.valueOf(told.get("outcome").asText());
  }

  /** The level of an expected hit. */
  Level level() {
    return Level.valueOf(told.required("level").asText());
  }

  void verify(RuleCase one, Explanation explanation) {
    Verdict verdict = explanation.verdict();
    assertThat(verdict.outcome())
        .as("%s: %s %s", one, verdict.reasons(), verdict.values())
        .isEqualTo(outcome());
    switch (outcome()) {
      case HIT -> verify(one, explanation.hit());
      case NOT_JUDGED, NOT_APPLICABLE ->
          assertThat(verdict.reasons())
              .as("%s", one)
              .first()
              .isEqualTo(told.required("reason").asText());
      case CLEAR ->
          assertThat(verdict.reasons())
              .as("%s", one)
              .isEqualTo(told.has("reason") ? List.of(told.get("reason").asText()) : List.of());
    }
    verifyValues(one, verdict);
  }

  private void verify(RuleCase one, Hit hit) {
    assertThat(hit.level()).as("%s", one).isEqualTo(level());
    assertThat(hit.running()).as("%s", one).isEqualTo(told.path("running").asInt(1));
    assertThat(hit.sentence()).as("every name is filled").doesNotContain("{", "null");
    if (told.has("sentence")) {
      assertThat(hit.sentence()).as("%s", one).isEqualTo(told.get("sentence").asText());
    }
  }

  private void verifyValues(RuleCase one, Verdict verdict) {
    Map<String, String> read = new HashMap<>();
    verdict.values().forEach((name, value) -> read.put(name, text(value)));
    told.path("values")
        .properties()
        .forEach(
            entry ->
                assertThat(read)
                    .as("%s", one)
                    .containsEntry(
                        entry.getKey(),
                        entry.getValue().isNull() ? null : entry.getValue().asText()));
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
