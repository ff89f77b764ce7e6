package org.liangpai.card;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.liangpai.shared.ClockProducer;
import org.liangpai.warninglist.Level;

/** An act on a card, with the level and the status that it left. */
@Entity
class CardEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String cardNumber;
  private Instant at;
  private LocalDate actedOn;
  private String actor;

  @Enumerated(EnumType.STRING)
  private CardAct act;

  private String reason;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Enumerated(EnumType.STRING)
  private CardStatus status;

  protected CardEvent() {} // Hibernate

  CardEvent(Card card, CardAct act, String reason, String actor, Instant at) {
    this.cardNumber = card.number();
    this.act = act;
    this.reason = reason;
    this.actor = actor;
    this.at = at;
    this.actedOn = LocalDate.ofInstant(at, ClockProducer.ZONE);
    this.level = card.level();
    this.status = card.status();
  }
}
