package org.liangpai.warninglist;

/**
 * A rung of the escalation ladder.
 *
 * @param label its Chinese name
 * @param workingDays how many working days after the day of its anchor; negative if before
 * @param raises by how many levels it raises the card
 */
public record Rung(Name name, String label, Anchor anchor, int workingDays, int raises) {

  /** What is done on a rung. */
  public enum Name {
    REMIND_BRANCH,
    URGE_BRANCH,
    CRITICISE,
    PROPOSE_INTERVIEW,
    REMIND_ACCEPTANCE,
    REMIND_SECOND_CHECK,
    REMIND_EXTENSION,
    REMIND_VERIFIER,
    TELL_PARENT
  }

  /** The day around which a rung is counted. */
  public enum Anchor {
    /** The day on which a card is due. */
    CARD_DUE,
    /** The day since when all that stands on a card waits for acceptance. */
    REPORTED,
    /** The day since when what was accepted waits for the second check of a red card. */
    ACCEPTED,
    /** The day on which an extension was asked for that nobody has decided on. */
    EXTENSION_ASKED,
    /** The day on which a verification is due. */
    VERIFICATION_DUE
  }
}
