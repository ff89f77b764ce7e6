package org.liangpai.rectification.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Set;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardSides;
import org.liangpai.card.CardView;
import org.liangpai.rectification.CardRectification;
import org.liangpai.rectification.Filers;
import org.liangpai.rectification.LineRectification;
import org.liangpai.rectification.Offer;
import org.liangpai.rectification.ReadingRectification;
import org.liangpai.security.CurrentViewer;

/** What was done about the card that a request shows, read once for all of its lines. */
@RequestScoped
class ShownCard {

  private final ReadingRectification reading;
  private final CardParties parties;
  private final Filers filers;
  private final CurrentViewer viewer;
  private CardRectification rectification;
  private CardSides sides;
  private Map<Long, Set<String>> filed;

  ShownCard(
      ReadingRectification reading, CardParties parties, Filers filers, CurrentViewer viewer) {
    this.reading = reading;
    this.parties = parties;
    this.filers = filers;
    this.viewer = viewer;
  }

  CardRectification of(CardView card) {
    if (rectification == null || !rectification.number().equals(card.number())) {
      rectification = reading.of(card);
      sides = parties.of(card.number());
      filed = filers.of(card.number());
    }
    return rectification;
  }

  Offer offer(CardView card, LineRectification line) {
    of(card);
    return Offer.of(line, sides, filed.getOrDefault(line.lineId(), Set.of()), viewer.account());
  }
}
