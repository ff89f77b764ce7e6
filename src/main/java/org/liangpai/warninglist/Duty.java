package org.liangpai.warninglist;

/** Whose duty an item is, and so who gets the card. */
public enum Duty {
  BRANCH("支部"),
  /** The base-level committee that verifies for the branch. */
  UNIT("基层党委");

  private final String label;

  Duty(String label) {
    this.label = label;
  }

  /** Its Chinese name. */
  public String label() {
    return label;
  }
}
