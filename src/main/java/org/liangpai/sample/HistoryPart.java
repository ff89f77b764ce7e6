package org.liangpai.sample;

/**
 * What some people of the sample city do on a day of its history, by the services of the product.
 */
interface HistoryPart {

  /** The hour at which they do it; the parts of a day follow one another. */
  int hour();

  /** Does what is due on the day; the same day again does no more. */
  void act(HistoryDay day);
}
