package org.liangpai.rectification;

import org.liangpai.notice.Addressee;

/**
 * Where those sit who have to do with a card: its holder, its verifier, and the unit above the
 * verifier.
 */
public record Desks(Desk holder, Desk verifier, Desk above) {

  /** A desk with its address and its Chinese name. */
  public record Desk(Addressee addressee, String name) {}
}
