package org.liangpai.card.web;

import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardView;

/** What the features after the card bring to the page of one card. */
record CardSections(List<CardPanel> panels, CardView card) {

  /** The sections of the card, as HTML. */
  public String ofCard() {
    return panels.stream().map(panel -> panel.html(card)).collect(Collectors.joining());
  }

  /** The sections below a line, as HTML. */
  public String ofLine(CardView.LineView line) {
    return panels.stream().map(panel -> panel.html(card, line)).collect(Collectors.joining());
  }
}
