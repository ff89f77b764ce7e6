package org.liangpai.card;

/** Where a card stands. {@link #CLEARED} and {@link #WITHDRAWN} are final. */
public enum CardStatus {
  ISSUED,
  RECTIFYING,
  /** The holder says it is done; the level above has not yet looked. */
  AWAITING_ACCEPTANCE,
  CLEARED,
  /** Issued in error. */
  WITHDRAWN;

  /** The card still stands. */
  public boolean isOpen() {
    return this != CLEARED && this != WITHDRAWN;
  }
}
