package org.liangpai.branchclass;

/** What a branch is in a quarter. Within a class nobody comes before anybody. */
public enum BranchClass {
  A("先进"),
  B("达标"),
  C("后进");

  private final String label;

  BranchClass(String label) {
    this.label = label;
  }

  /** Its Chinese name. */
  public String label() {
    return label;
  }
}
