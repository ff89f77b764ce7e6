package org.liangpai.card;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * A finding that belongs to a line: the one that made it, or a later hit of the same item. A
 * finding has one line.
 */
@Entity
class CardObservation {

  @Id private Long findingId;
  private Long cardLineId;
  private Instant addedAt;

  protected CardObservation() {} // Hibernate

  CardObservation(Long findingId, Long cardLineId, Instant addedAt) {
    this.findingId = findingId;
    this.cardLineId = cardLineId;
    this.addedAt = addedAt;
  }
}
