package org.liangpai.dictionary;

/** Whether a field must be filled. */
public enum Need {
  /** Compulsory: a row without it is refused (K). */
  COMPULSORY,
  /**
   * Should be filled: a blank makes the items that it could decide NOT_JUDGED and counts for YX-11
   * (R).
   */
  REQUIRED,
  OPTIONAL
}
