package org.liangpai.warninglist;

/**
 * The numbers by which the level of a card is decided.
 *
 * @param yellowsForOrange how many findings of level yellow make a card at least orange
 * @param orangesForRed how many findings of level orange make it red
 * @param relapseMonths within how many months of being cleared the same item is a relapse
 * @param relapseSteps how many levels higher a relapse starts
 * @param verifierMaySteps by how many levels a verifier may change the level of a card
 */
public record Grading(
    int yellowsForOrange,
    int orangesForRed,
    int relapseMonths,
    int relapseSteps,
    int verifierMaySteps) {}
