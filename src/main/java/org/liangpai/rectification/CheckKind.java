package org.liangpai.rectification;

/** Who looks at what is reported done. */
public enum CheckKind {
  /** The verifier. */
  FIRST("验收"),
  /** At a red card, the level above the verifier. */
  SECOND("复核");

  private final String label;

  CheckKind(String label) {
    this.label = label;
  }

  /** The Chinese word. */
  public String label() {
    return label;
  }
}
