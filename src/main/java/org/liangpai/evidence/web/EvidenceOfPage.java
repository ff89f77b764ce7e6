package org.liangpai.evidence.web;

import jakarta.enterprise.context.RequestScoped;
import org.liangpai.card.CardView;
import org.liangpai.evidence.CardEvidence;
import org.liangpai.evidence.ReadingEvidence;

/** The evidence of the card of this page, read once for all its lines. */
@RequestScoped
class EvidenceOfPage {

  private final ReadingEvidence reading;
  private CardView card;
  private CardEvidence evidence;

  EvidenceOfPage(ReadingEvidence reading) {
    this.reading = reading;
  }

  CardEvidence of(CardView shown) {
    if (card != shown) {
      card = shown;
      evidence = reading.shown(shown);
    }
    return evidence;
  }
}
