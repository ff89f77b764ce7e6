package org.liangpai.pairing;

/** How two paired branches met. */
public enum ExchangeKind {
  VISIT("走访"),
  EXCHANGE("交流");

  private final String label;

  ExchangeKind(String label) {
    this.label = label;
  }

  /** Its Chinese name. */
  public String label() {
    return label;
  }
}
