package org.liangpai.warninglist;

/** One of the five dimensions (维度) of the warning list. */
public enum Dimension {
  ORGANISATION_SETUP("ZZ", "组织设置"),
  OPERATIONS("YX", "运行机制"),
  ORGANISATIONAL_LIFE("SH", "组织生活"),
  COMMITTEE_BUILDING("ZW", "支委会建设"),
  SUPPORT("BZ", "工作保障");

  private final String prefix;
  private final String label;

  Dimension(String prefix, String label) {
    this.prefix = prefix;
    this.label = label;
  }

  /** The two letters with which the codes of its items begin. */
  public String prefix() {
    return prefix;
  }

  /** Its Chinese name. */
  public String label() {
    return label;
  }
}
