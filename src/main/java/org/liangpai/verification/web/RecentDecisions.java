package org.liangpai.verification.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.verification.FindingView;
import org.liangpai.verification.TakingBackDecisions;

/** Tells pages which decisions their reader may still take back, as far as time and person go. */
@ApplicationScoped
@Named("recentDecisions")
public class RecentDecisions {

  private final TakingBackDecisions takingBack;
  private final CurrentViewer viewer;

  RecentDecisions(TakingBackDecisions takingBack, CurrentViewer viewer) {
    this.takingBack = takingBack;
    this.viewer = viewer;
  }

  /** Whether the reader decided on it just now. */
  public boolean has(FindingView finding) {
    return finding.decidedAt() != null
        && !finding.cardStood()
        && viewer.account().equals(finding.decidedBy())
        && viewer.viewer().may(Permissions.VERIFY_FINDINGS)
        && takingBack.isInTime(finding.decidedAt().toInstant());
  }
}
