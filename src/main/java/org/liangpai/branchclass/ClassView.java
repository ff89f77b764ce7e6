package org.liangpai.branchclass;

import java.util.List;

/**
 * The class of a branch in a quarter.
 *
 * @param before the class of the quarter before, or {@code null}
 * @param whyMoved what differs from the quarter before; {@code null} if the class is the same
 */
public record ClassView(
    String branchCode,
    String branchName,
    String unitPath,
    String quarter,
    BranchClass branchClass,
    String label,
    List<String> reasons,
    BranchClass before,
    String whyMoved) {

  /** Whether it moved up, in Chinese; {@code null} if it did not move. */
  public String moved() {
    if (whyMoved == null) {
      return null;
    }
    return "由" + before.label() + (branchClass.compareTo(before) < 0 ? "升为" : "降为") + label;
  }
}
