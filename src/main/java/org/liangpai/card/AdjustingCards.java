package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.warninglist.Level;

/**
 * Lets a verifier change the level of a card within the steps that the list allows, with a reason
 * that is kept.
 */
@ApplicationScoped
public class AdjustingCards {

  private static final int LONGEST_REASON = 2_000;

  private final Cards cards;
  private final CardParties parties;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final TellingHolders telling;
  private final Event<CardChanged> changed;
  private final Clock clock;

  AdjustingCards(
      Cards cards,
      CardParties parties,
      Catalogue catalogue,
      Auditing auditing,
      TellingHolders telling,
      Event<CardChanged> changed,
      Clock clock) {
    this.cards = cards;
    this.parties = parties;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.telling = telling;
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Sets the level; the same level again changes nothing.
   *
   * @throws NotFound if there is no such card in the viewer's scope
   * @throws Invalid without a reason or with a long one, or if the list does not use the level
   */
  @Transactional
  public void adjust(String number, Level level, String reason, String by) {
    if (reason == null || reason.isBlank()) {
      throw new Invalid("reason", "调整等级必须写明理由");
    }
    if (reason.strip().length() > LONGEST_REASON) {
      throw new Invalid("reason", "理由不能超过" + LONGEST_REASON + "字");
    }
    if (catalogue.list().style(level).isEmpty()) {
      throw new Invalid("level", "清单中没有启用等级 " + level);
    }
    Card card = cards.locked(number);
    parties.of(number).requireVerifier();
    Level before = card.level();
    if (before == level) {
      return;
    }
    card.adjust(level, catalogue.list().grading(card.month()).verifierMaySteps(), reason.strip());
    cards.record(new CardEvent(card, CardAct.LEVEL_ADJUSTED, reason.strip(), by, clock.instant()));
    auditing.record(
        Entry.of(Act.CARD_LEVEL_CHANGED, ObjectKind.CARD, number)
            .changed(Map.of("level", before), Map.of("level", level))
            .because(reason.strip()));
    telling.adjusted(card, clock.instant());
    changed.fire(new CardChanged(number, CardAct.LEVEL_ADJUSTED));
  }
}
