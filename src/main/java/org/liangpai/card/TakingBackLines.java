package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.WholeHierarchy;
import org.liangpai.shared.ClockProducer;
import org.liangpai.verification.DecisionTakenBack;
import org.liangpai.verification.TakingBackRefused;

/**
 * Takes off its card what was confirmed by a slip of the hand, in the transaction in which the
 * decision is taken back. It is refused once the holder has seen the card or anybody has acted on
 * it; with its last line the card is withdrawn.
 */
@ApplicationScoped
class TakingBackLines {

  /** What a card does by itself when it is issued. */
  private static final Set<CardAct> OF_ISSUING =
      EnumSet.of(
          CardAct.ISSUED,
          CardAct.LINE_ADDED,
          CardAct.LEVEL_RAISED,
          CardAct.LEVEL_LOWERED,
          CardAct.DUE_RECOUNTED,
          CardAct.DECISION_TAKEN_BACK);

  private final Cards cards;
  private final HandlingCards handling;
  private final TellingHolders telling;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final WholeHierarchy hierarchy;

  TakingBackLines(
      Cards cards,
      HandlingCards handling,
      TellingHolders telling,
      Catalogue catalogue,
      Auditing auditing,
      WholeHierarchy hierarchy) {
    this.cards = cards;
    this.handling = handling;
    this.telling = telling;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.hierarchy = hierarchy;
  }

  /** The card may be that of a unit, and stand where the verifier sees nothing. */
  void follow(@Observes DecisionTakenBack event) {
    hierarchy.reach(() -> cards.lineOf(event.finding().id()).ifPresent(line -> off(line, event)));
  }

  private void off(long id, DecisionTakenBack event) {
    Card card = cards.locked(cards.cardOf(id));
    CardLine line = card.line(id);
    if (cards.observations(id) > 1) {
      throw TakingBackRefused.joinedACard(card.number());
    }
    if (!line.isOpen() || cards.isSeen(card.number()) || !OF_ISSUING.containsAll(acts(card))) {
      throw TakingBackRefused.cardIsKnown(card.number());
    }
    cards.forget(event.finding().id());
    card.takeOff(
        List.of(line),
        event.at().atZone(ClockProducer.ZONE).toLocalDate(),
        catalogue.list().ladder().watchMonths());
    String told = "核实人撤回对情形 " + line.item() + " 的核实结论";
    handling.keep(card, CardAct.DECISION_TAKEN_BACK, told);
    telling.takenOff(card, told, event.at());
    if (card.status() == CardStatus.WITHDRAWN) {
      handling.keep(card, CardAct.WITHDRAWN, "牌上已无情形");
      handling.resumeWatch(card);
      auditing.record(Entry.of(Act.CARD_WITHDRAWN, ObjectKind.CARD, card.number()).because(told));
    } else {
      handling.gradeDown(card);
    }
  }

  private Set<CardAct> acts(Card card) {
    return cards.acts(card.number());
  }
}
