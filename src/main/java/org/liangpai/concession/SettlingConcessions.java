package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardChanged;
import org.liangpai.shared.ClockProducer;

/** Lets requests lapse with the card that they are about. */
@ApplicationScoped
class SettlingConcessions {

  /** After any of these the card may be off. */
  private static final Set<CardAct> LAST =
      EnumSet.of(
          CardAct.CLEARED,
          CardAct.LINE_CLEARED,
          CardAct.WITHDRAWN,
          CardAct.OBJECTION_UPHELD,
          CardAct.PASSED_ON);

  private final Concessions concessions;
  private final Clock clock;

  SettlingConcessions(Concessions concessions, Clock clock) {
    this.concessions = concessions;
    this.clock = clock;
  }

  void follow(@Observes CardChanged changed) {
    if (LAST.contains(changed.act())) {
      concessions.settle(
          changed.number(), LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE));
    }
  }
}
