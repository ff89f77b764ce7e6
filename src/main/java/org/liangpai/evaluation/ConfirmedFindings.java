package org.liangpai.evaluation;

import java.util.List;
import org.liangpai.warninglist.Grading;
import org.liangpai.warninglist.Level;

/**
 * The fact of {@code grading.drl}: all confirmed findings of one card, and the numbers to grade by.
 */
public record ConfirmedFindings(List<ConfirmedFinding> findings, Grading grading) {

  /** The gravest level from which a finding starts. */
  public Level worst() {
    return findings.stream().map(ConfirmedFinding::startLevel).reduce(Level::worst).orElseThrow();
  }

  /** How many findings have that level by their item. */
  public int count(Level level) {
    return (int) findings.stream().filter(one -> one.itemLevel() == level).count();
  }
}
