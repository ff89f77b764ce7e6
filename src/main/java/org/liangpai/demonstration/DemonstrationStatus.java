package org.liangpai.demonstration;

/** Where a demonstration branch stands. */
public enum DemonstrationStatus {
  IN_FORCE("示范党支部"),
  /** A red card stands or stood: people decide whether it goes on. */
  SUSPENDED("因红牌暂停"),
  ENDED("已取消");

  private final String label;

  DemonstrationStatus(String label) {
    this.label = label;
  }

  /** Its Chinese name. */
  public String label() {
    return label;
  }
}
