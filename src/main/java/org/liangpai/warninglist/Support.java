package org.liangpai.warninglist;

/** How well an item is supported by its basis. */
public enum Support {
  /** Duty and number were found in a text. */
  VERIFIED("V", "依据和数字均有出处"),
  /** The duty was found; the number or the article is a local choice. */
  PARTIAL("P", "义务有出处、数字或条文为本地选择"),
  /** Local practice only. */
  LOCAL("L", "地方做法，须由本市确认");

  private final String letter;
  private final String label;

  Support(String letter, String label) {
    this.letter = letter;
    this.label = label;
  }

  /** Its one-letter sign. */
  public String letter() {
    return letter;
  }

  /** Its meaning in Chinese. */
  public String label() {
    return label;
  }
}
