package org.liangpai.verification;

/** What a verifier decides on a finding. All but {@link #CONFIRMED} need a reason. */
public enum Decision {
  CONFIRMED(FindingStatus.CONFIRMED),
  DISMISSED(FindingStatus.DISMISSED),
  DATA_ERROR(FindingStatus.DATA_ERROR);

  private final FindingStatus status;

  Decision(FindingStatus status) {
    this.status = status;
  }

  FindingStatus status() {
    return status;
  }

  boolean needsReason() {
    return this != CONFIRMED;
  }
}
