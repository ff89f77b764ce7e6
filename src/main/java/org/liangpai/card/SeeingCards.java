package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.liangpai.security.CurrentViewer;

/** Keeps when somebody on the side of the holder first looked at a card. */
@ApplicationScoped
public class SeeingCards {

  private final EntityManager entities;
  private final CardParties parties;
  private final CurrentViewer viewer;
  private final Clock clock;

  SeeingCards(EntityManager entities, CardParties parties, CurrentViewer viewer, Clock clock) {
    this.entities = entities;
    this.parties = parties;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The viewer looks at a card of their scope. */
  @Transactional
  public void see(String number) {
    if (parties.of(number).holder()) {
      entities
          .createNativeQuery(
              "INSERT INTO card_seen (card_number, seen_at, seen_by) VALUES (:number, :at, :by)"
                  + " ON CONFLICT DO NOTHING")
          .setParameter("number", number)
          .setParameter("at", clock.instant())
          .setParameter("by", viewer.account())
          .executeUpdate();
    }
  }
}
