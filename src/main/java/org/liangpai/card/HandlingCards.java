package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NotFound;

/** Gives a card to whoever acts on it, and keeps what was done, in the transaction of the act. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class HandlingCards {

  private final Cards cards;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Event<CardChanged> changed;
  private final Clock clock;

  HandlingCards(
      Cards cards,
      Catalogue catalogue,
      Auditing auditing,
      CurrentViewer viewer,
      Event<CardChanged> changed,
      Clock clock) {
    this.cards = cards;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.viewer = viewer;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * A card of the viewer's scope, held against everybody else until the end of the transaction.
   *
   * @throws NotFound if there is none
   */
  public Card held(String number) {
    return cards.locked(number);
  }

  /** The number of the card on which a line stands; {@link NotFound} if the viewer sees none. */
  public String cardOf(long line) {
    return cards.cardOf(line);
  }

  /**
   * Grades a card that stands anew after lines came off, and keeps it if the level sank. What was
   * cleared still counts: it was there.
   */
  public void gradeDown(Card card) {
    List<CardLine> counted =
        card.lines().stream().filter(line -> line.stage() != LineStage.CLOSED).toList();
    if (card.status().isOpen()
        && card.gradeDown(CardWriting.grade(counted, catalogue.cardGrading(card.month())))) {
      keep(card, CardAct.LEVEL_LOWERED, card.levelReason());
    }
  }

  /**
   * Lets the watch go on that a card ended as a relapse, and that was issued in error. Where its
   * time is over meanwhile, it is closed on the next morning.
   */
  public void resumeWatch(Card withdrawn) {
    Optional.ofNullable(withdrawn.reopens())
        .flatMap(cards::findByIdOptional)
        .filter(card -> card.watchOutcome() == WatchOutcome.RELAPSED)
        .ifPresent(
            card -> {
              card.resumeWatch();
              String told = "亮牌 " + withdrawn.number() + " 已撤销，不是再犯";
              keep(card, CardAct.WATCH_RESUMED, told);
              auditing.record(
                  Entry.of(Act.WATCH_RESUMED, ObjectKind.CARD, card.number()).because(told));
            });
  }

  /** Keeps an act of the viewer, with the level and status that it left. */
  public void keep(Card card, CardAct act, String reason) {
    cards.record(new CardEvent(card, act, reason, viewer.account(), clock.instant()));
    changed.fire(new CardChanged(card.number(), act));
  }
}
