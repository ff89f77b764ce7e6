package org.liangpai.catalogue;

import org.liangpai.evaluation.CardGrading;
import org.liangpai.evaluation.Judging;
import org.liangpai.evaluation.RuleBook;
import org.liangpai.warninglist.WarningList;

/** The list and the rules that this process judges by. */
public record Catalogue(WarningList list, RuleBook rules) {

  public Judging judging() {
    return new Judging(list, rules);
  }

  public CardGrading cardGrading() {
    return new CardGrading(rules, list.grading());
  }
}
