package org.liangpai.catalogue;

import java.time.YearMonth;
import org.liangpai.evaluation.CardGrading;
import org.liangpai.evaluation.Judging;
import org.liangpai.evaluation.RuleBook;
import org.liangpai.warninglist.WarningList;

/** The list and the rules that this process judges by. */
public record Catalogue(WarningList list, RuleBook rules) {

  /** Judges by this list and these rules. */
  public Judging judging() {
    return new Judging(list, rules);
  }

  /** The grading with the numbers of a month. */
  public CardGrading cardGrading(YearMonth month) {
    return new CardGrading(rules, list.grading(month));
  }
}
