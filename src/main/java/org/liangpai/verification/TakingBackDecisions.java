package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.shared.NotFound;

/** Takes back what somebody has just decided by a slip of the hand, before it has an effect. */
@ApplicationScoped
public class TakingBackDecisions {

  private final Findings findings;
  private final EntityManager entities;
  private final Event<DecisionTakenBack> takenBack;
  private final Auditing auditing;
  private final Clock clock;
  private final Duration within;

  TakingBackDecisions(
      Findings findings,
      EntityManager entities,
      Event<DecisionTakenBack> takenBack,
      Auditing auditing,
      Clock clock,
      @ConfigProperty(name = "liangpai.verification.taking-back") Duration within) {
    this.findings = findings;
    this.entities = entities;
    this.takenBack = takenBack;
    this.auditing = auditing;
    this.clock = clock;
    this.within = within;
  }

  /**
   * Takes a decision back.
   *
   * @throws NotFound if the viewer sees no such finding
   * @throws TakingBackRefused if it is not theirs, too long ago, or its card is known already
   */
  @Transactional
  public void takeBack(long id, String by) {
    Finding asked =
        findings.seen(Set.of(id)).isEmpty() ? null : findings.findByIdOptional(id).orElse(null);
    if (asked == null) {
      throw new NotFound("疑似问题", id);
    }
    findings.requireOthers(Set.of(id));
    entities.detach(asked);
    // All of the branch and month, as whoever decides on another of them does.
    Finding finding =
        findings.lockedOf(asked.month().atDay(1), Set.of(asked.branchCode())).stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow();
    FindingStatus before = finding.status();
    Instant now = clock.instant();
    finding.takeBack(by, now, within);
    entities.persist(FindingEvent.takenBack(id, now, by));
    auditing.record(
        Entry.of(Act.DECISION_TAKEN_BACK, ObjectKind.FINDING, id)
            .changed(
                Map.of("status", before),
                Map.of(
                    "status", finding.status(),
                    "branch", finding.branchCode(),
                    "item", finding.item(),
                    "month", finding.month())));
    takenBack.fire(new DecisionTakenBack(finding, by, now));
  }

  /** Whether somebody may still take back what they decided at a time, as far as time goes. */
  public boolean isInTime(Instant decidedAt) {
    return !clock.instant().isAfter(decidedAt.plus(within));
  }
}
