package org.liangpai.card;

/** A part of the page of a card that a feature after the card brings. */
public interface CardPanel {

  /** Where it stands among the others; the smallest comes first. */
  int order();

  /** A section of the page as HTML, or nothing. */
  default String html(CardView card) {
    return "";
  }

  /** A section below one of the lines as HTML, or nothing. */
  default String html(CardView card, CardView.LineView line) {
    return "";
  }
}
