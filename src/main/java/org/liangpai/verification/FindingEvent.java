package org.liangpai.verification;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** An act on a finding: who, when, what, why. */
@Entity
class FindingEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long findingId;
  private Instant at;
  private String actor;
  private String act;
  private String reason;

  protected FindingEvent() {} // Hibernate

  FindingEvent(Long findingId, Instant at, String actor, Decision act, String reason) {
    this(findingId, at, actor, act.name(), reason);
  }

  private FindingEvent(Long findingId, Instant at, String actor, String act, String reason) {
    this.findingId = findingId;
    this.at = at;
    this.actor = actor;
    this.act = act;
    this.reason = reason;
  }

  static FindingEvent takenBack(Long findingId, Instant at, String actor) {
    return new FindingEvent(findingId, at, actor, "TAKEN_BACK", null);
  }
}
