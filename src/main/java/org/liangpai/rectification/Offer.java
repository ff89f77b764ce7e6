package org.liangpai.rectification;

import java.util.Set;
import org.liangpai.card.CardSides;
import org.liangpai.security.OwnPlace;

/**
 * What a viewer may do about a line right now.
 *
 * @param plan propose measures
 * @param replan propose others in their place
 * @param decide accept or return the measures
 * @param work complete measures and report the line
 * @param check the check that they may make, or {@code null}
 * @param instead why they may not although it is their side's turn, or {@code null}
 */
public record Offer(
    boolean plan, boolean replan, boolean decide, boolean work, CheckKind check, String instead) {

  private static final Offer NOTHING = new Offer(false, false, false, false, null, null);

  /**
   * What an account on some sides of the card may do.
   *
   * @param filers who filed what is looked at when the line is accepted
   */
  public static Offer of(
      LineRectification line, CardSides sides, Set<String> filers, String account) {
    return switch (line.stage()) {
      case TO_PLAN -> holder(sides, true, false, false);
      case PLANNED -> {
        if (sides.own() != null) {
          yield new Offer(false, sides.holder(), false, false, null, ownPlace(sides));
        }
        if (!sides.verifier()) {
          yield holder(sides, false, true, false);
        }
        yield account.equals(line.standing().proposedBy())
            ? instead(RectificationRefused.ownPlan().getMessage())
            : new Offer(false, sides.holder(), true, false, null, null);
      }
      case IN_WORK -> holder(sides, false, hasFailed(line) || line.standing().overtaken(), true);
      case REPORTED -> check(line, CheckKind.FIRST, sides, filers, account);
      case ACCEPTED -> check(line, CheckKind.SECOND, sides, filers, account);
      case CLEARED, CLOSED -> NOTHING;
    };
  }

  /** Whether there is anything that they may do. */
  public boolean anything() {
    return plan || decide || work || check != null;
  }

  /** Where the address of the check that passes ends. */
  public String passEnding() {
    return check == CheckKind.FIRST ? "/acceptance" : "/clearance";
  }

  private static Offer holder(CardSides sides, boolean plan, boolean replan, boolean work) {
    return sides.holder() ? new Offer(plan, replan, false, work, null, null) : NOTHING;
  }

  private static Offer check(
      LineRectification line, CheckKind kind, CardSides sides, Set<String> filers, String account) {
    if (sides.own() != null) {
      return instead(ownPlace(sides));
    }
    if (!(kind == CheckKind.FIRST ? sides.verifier() : sides.above())) {
      return NOTHING;
    }
    if (filers.contains(account)) {
      return instead(RectificationRefused.ownReport().getMessage());
    }
    LineRectification.ReportView report = line.latestReport().orElseThrow();
    if (report.checks().stream().anyMatch(check -> account.equals(check.checkedBy()))) {
      return instead(RectificationRefused.ownFirstCheck().getMessage());
    }
    return new Offer(false, false, false, false, kind, null);
  }

  private static boolean hasFailed(LineRectification line) {
    return line.latestReport()
        .filter(report -> report.planId() == line.standing().id())
        .isPresent();
  }

  private static String ownPlace(CardSides sides) {
    return new OwnPlace(sides.own()).getMessage();
  }

  private static Offer instead(String why) {
    return new Offer(false, false, false, false, null, why);
  }
}
