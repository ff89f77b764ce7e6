package org.liangpai.card;

import java.util.Set;

/** Where the rectification of a line stands. {@link #CLEARED} and {@link #CLOSED} are final. */
public enum LineStage {
  /** The holder has no plan that stands. */
  TO_PLAN("待提措施"),
  /** Measures are proposed; the verifier has not yet looked. */
  PLANNED("措施待认可"),
  /** The plan is accepted. */
  IN_WORK("整改中"),
  /** The holder says it is done; the verifier has not yet looked. */
  REPORTED("待验收"),
  /** The verifier agrees; the level above has not yet looked. */
  ACCEPTED("待上级复核"),
  CLEARED("已销号"),
  /** Taken off without being cleared: issued in error, or passed on to another card. */
  CLOSED("已撤下");

  private final String label;

  LineStage(String label) {
    this.label = label;
  }

  /** The Chinese word. */
  public String label() {
    return label;
  }

  boolean mayBecome(LineStage next) {
    return switch (this) {
      case TO_PLAN -> Set.of(PLANNED, CLOSED).contains(next);
      case PLANNED -> Set.of(PLANNED, TO_PLAN, IN_WORK, CLOSED).contains(next);
      case IN_WORK -> Set.of(PLANNED, REPORTED, CLOSED).contains(next);
      case REPORTED -> Set.of(IN_WORK, ACCEPTED, CLEARED, CLOSED).contains(next);
      case ACCEPTED -> Set.of(IN_WORK, CLEARED, CLOSED).contains(next);
      case CLEARED, CLOSED -> false;
    };
  }

  /** The line still stands. */
  public boolean isOpen() {
    return this != CLEARED && this != CLOSED;
  }

  /** The holder has done their part. */
  boolean awaitsAcceptance() {
    return this == REPORTED || this == ACCEPTED;
  }
}
