package org.liangpai.security;

import org.liangpai.shared.Refusal;

/** Somebody would decide on the branch or unit at which they hold a post themselves. */
public final class OwnPlace extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param code of the branch or unit
   */
  public OwnPlace(String code) {
    super("decides-on-own-place", "您在 " + code + " 任职，按回避要求，这件事请由其他人决定");
  }
}
