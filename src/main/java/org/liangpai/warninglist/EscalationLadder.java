package org.liangpai.warninglist;

import java.util.List;

/**
 * What follows when a card or a verification runs late, and the numbers around it.
 *
 * @param rungs every rung once, those of an anchor in rising order of their days
 * @param redsForInterview how many red cards running propose an interview
 * @param redsForReview how many red cards running propose a written review
 * @param extensions how often a card may be extended
 * @param extensionWorkingDays how many working days an extension may add at most
 * @param watchMonths for how many months a cleared branch is watched
 */
public record EscalationLadder(
    List<Rung> rungs,
    int redsForInterview,
    int redsForReview,
    int extensions,
    int extensionWorkingDays,
    int watchMonths) {

  /** The rung of a name. */
  public Rung rung(Rung.Name name) {
    return rungs.stream().filter(rung -> rung.name() == name).findFirst().orElseThrow();
  }
}
