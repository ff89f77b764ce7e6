package org.liangpai.help;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** An act on a request. */
@Entity
class HelpEvent {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long requestId;
  private Instant at;
  private String actor;

  @Enumerated(EnumType.STRING)
  private HelpAct act;

  private String told;

  protected HelpEvent() {} // Hibernate

  HelpEvent(HelpRequest request, HelpAct act, String told, String actor, Instant at) {
    this.requestId = request.id();
    this.act = act;
    this.told = told;
    this.actor = actor;
    this.at = at;
  }
}
