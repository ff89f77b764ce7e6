package org.liangpai.concession;

/**
 * What the viewer may ask for, or do to, a card now.
 *
 * @param mostDays how many working days an extension may add
 * @param lastObjectionDay the last day on which the card may be objected to, in ISO form
 */
public record CardOffers(
    boolean extension,
    boolean suspension,
    boolean objection,
    boolean withdrawal,
    int mostDays,
    String lastObjectionDay) {

  /** Whether there is anything. */
  public boolean any() {
    return extension || suspension || objection || withdrawal;
  }
}
