package org.liangpai.sample;

/** A domain as the city has it, with its share of the branches in a hundred. */
enum Domain {
  RURAL("村", 38, 5),
  COMMUNITY("社区", 14, 5),
  ORGAN("机关", 13, 3),
  INSTITUTION("事业单位", 9, 3),
  UNIVERSITY("高校", 3, 3),
  SOE("国企", 6, 3),
  NONPUBLIC("两新组织", 11, 3),
  FLOATING("流动党员", 2, 3),
  RETIRED("离退休干部", 4, 3);

  private final String word;
  private final int share;
  private final int termYears;

  Domain(String word, int share, int termYears) {
    this.word = word;
    this.share = share;
    this.termYears = termYears;
  }

  /** What stands in the names of its branches. */
  String word() {
    return word;
  }

  int share() {
    return share;
  }

  /** The years of a term that is set as it should be. */
  int termYears() {
    return termYears;
  }

  boolean isVillage() {
    return this == RURAL || this == COMMUNITY;
  }

  /** Leading cadres are members of its branches. */
  boolean hasLeadingCadres() {
    return this == ORGAN || this == INSTITUTION || this == UNIVERSITY || this == SOE;
  }

  /** Less attendance is asked of its members. */
  boolean isScattered() {
    return this == FLOATING || this == RETIRED;
  }
}
