package org.liangpai.verification;

/** Where a finding stands. Detected, confirmed and carded are three things and never mixed. */
public enum FindingStatus {
  /** Found by a sweep; nobody has decided. */
  PENDING,
  CONFIRMED,
  /** It is as found, but there is a reason to let it pass. */
  DISMISSED,
  /** The data were wrong; a correction is to follow. */
  DATA_ERROR,
  /** The data changed before anybody decided, and it is no longer found. */
  WITHDRAWN
}
