package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.shared.Invalid;
import org.liangpai.warninglist.Level;

/**
 * Lets a verifier change the level of a card within the steps that the list allows, with a reason
 * that is kept.
 */
@ApplicationScoped
public class AdjustingCards {

  private final Cards cards;
  private final Catalogue catalogue;
  private final Clock clock;

  AdjustingCards(Cards cards, Catalogue catalogue, Clock clock) {
    this.cards = cards;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Sets the level; the same level again changes nothing. */
  @Transactional
  public void adjust(String number, Level level, String reason, String by) {
    if (reason == null || reason.isBlank()) {
      throw new Invalid("reason", "调整等级必须写明理由");
    }
    if (catalogue.list().style(level).isEmpty()) {
      throw new Invalid("level", "清单中没有启用等级 " + level);
    }
    Card card = cards.locked(number);
    if (card.level() == level) {
      return;
    }
    card.adjust(level, catalogue.list().grading(card.month()).verifierMaySteps(), reason.strip());
    cards.record(new CardEvent(card, CardAct.LEVEL_ADJUSTED, reason.strip(), by, clock.instant()));
  }
}
