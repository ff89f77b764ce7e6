package org.liangpai.evaluation;

import java.util.List;
import org.liangpai.warninglist.Grading;
import org.liangpai.warninglist.Level;

/**
 * Decides the level of a card from its finished, confirmed findings: a second evaluation, by {@code
 * grading.drl}.
 */
public final class CardGrading {

  private final RuleBook rules;
  private final Grading grading;

  public CardGrading(RuleBook rules, Grading grading) {
    this.rules = rules;
    this.grading = grading;
  }

  /** The gravest grade that a rule gives; without findings there is no card and no grade. */
  public Grade grade(List<ConfirmedFinding> findings) {
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("A card needs a confirmed finding");
    }
    return rules.fire(List.of(new ConfirmedFindings(findings, grading)), Grade.class).stream()
        .max(Grade.GRAVEST_LAST)
        .orElseThrow(() -> new IllegalStateException("No rule of grading.drl gave a grade"));
  }

  /** A relapse starts higher: the level of an item that came back soon after it was cleared. */
  public Level relapsed(Level level) {
    Level raised = level;
    for (int step = 0; step < grading.relapseSteps(); step++) {
      raised = raised.raised();
    }
    return raised;
  }
}
