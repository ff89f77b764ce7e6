package org.liangpai.card;

/**
 * The number printed on a card: the code of the issuing unit, the year, and a running number
 * without gaps, such as {@code HN0101-2026-0017}.
 */
record CardNumber(String issuerCode, int year, int sequence) {

  @Override
  public String toString() {
    return "%s-%d-%04d".formatted(issuerCode, year, sequence);
  }
}
