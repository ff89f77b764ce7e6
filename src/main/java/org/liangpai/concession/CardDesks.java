package org.liangpai.concession;

import java.util.List;
import org.liangpai.notice.Addressee;

/**
 * Where the sides of a card are told something.
 *
 * @param holder who answers for it
 * @param verifier who accepts
 * @param above who grants
 */
record CardDesks(Addressee holder, Addressee verifier, Addressee above) {

  /**
   * @param branch the holding branch, or {@code null} if its committee holds the card
   * @param upward the codes of the committee and of what is above it, nearest first
   */
  static CardDesks of(String branch, List<String> upward) {
    Addressee committee = Addressee.office(upward.get(0));
    Addressee parent = Addressee.office(upward.get(Math.min(1, upward.size() - 1)));
    Addressee grandparent = Addressee.office(upward.get(Math.min(2, upward.size() - 1)));
    return branch == null
        ? new CardDesks(committee, parent, grandparent)
        : new CardDesks(Addressee.secretary(branch), committee, parent);
  }
}
