package org.liangpai.warninglist;

import java.util.List;

/**
 * The numbers of supervision, of drawing for cross-checks and of oversight.
 *
 * @param blueLoad how much work a branch is whose worst open card is blue; the others likewise
 * @param overdueLoad how much more it is when an item is overdue
 * @param supervisorBranches how many branches one supervisor takes at most when it is suggested
 * @param leaderBranches how many branches one contact leader takes at most when it is suggested
 * @param visitWorkingDays within how many working days a branch with an orange or red card is
 *     visited
 * @param drawShare the share of each stratum that is drawn at least
 * @param streak how many decisions alike in a row are told to the next level
 * @param met whom a visitor may have met, by post
 */
public record Supervision(
    int blueLoad,
    int yellowLoad,
    int orangeLoad,
    int redLoad,
    int overdueLoad,
    int supervisorBranches,
    int leaderBranches,
    int visitWorkingDays,
    Fraction drawShare,
    int streak,
    List<String> met) {

  /** How much work a branch is whose worst open card has this level. */
  public int load(Level level) {
    return switch (level) {
      case BLUE -> blueLoad;
      case YELLOW -> yellowLoad;
      case ORANGE -> orangeLoad;
      case RED -> redLoad;
    };
  }
}
