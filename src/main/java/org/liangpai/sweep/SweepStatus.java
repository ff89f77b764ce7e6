package org.liangpai.sweep;

/** Where a run stands. All but {@link #RUNNING} are final. */
public enum SweepStatus {
  RUNNING,
  DONE,
  /** All branches were judged, but a rule threw for some of them. */
  PARTIAL,
  /** The run itself broke off; what it stored stays, and the month can be swept again. */
  FAILED,
  CANCELLED
}
