package org.liangpai.card;

/** To whom a card is shown. */
public enum HolderKind {
  BRANCH,
  /** The base-level committee, for items that are its duty. */
  UNIT
}
