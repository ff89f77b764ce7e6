package org.liangpai.sample;

/**
 * What a branch is like before anything goes wrong in it.
 *
 * @param members full and probationary ones
 * @param appointed its leaders were not elected
 */
record Traits(Domain domain, String kind, int members, int probationary, boolean appointed) {

  private static final int NEEDS_COMMITTEE = 7;
  private static final int NEEDS_GROUPS = 20;
  private static final int TO_A_GROUP = 12;

  static Traits drawn(Draw draw) {
    Domain domain = Domain.values()[draw.weighted(shares())];
    String kind = kind(domain, draw);
    boolean temporary = kind.equals("TEMPORARY");
    int members = temporary || draw.chance(0.2) ? draw.between(5, 11) : draw.between(13, 41);
    int probationary = temporary ? 0 : draw.between(0, 2);
    return new Traits(domain, kind, members, probationary, temporary || draw.chance(0.08));
  }

  private static int[] shares() {
    Domain[] domains = Domain.values();
    int[] shares = new int[domains.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = domains[i].share();
    }
    return shares;
  }

  private static String kind(Domain domain, Draw draw) {
    boolean joins = domain == Domain.NONPUBLIC || domain == Domain.FLOATING;
    if (draw.chance(joins ? 0.35 : domain.isVillage() ? 0.02 : 0.08)) {
      return "JOINT";
    }
    return !domain.isVillage() && draw.chance(0.04) ? "TEMPORARY" : "NORMAL";
  }

  int full() {
    return members - probationary;
  }

  boolean isNormal() {
    return kind.equals("NORMAL");
  }

  boolean isJoint() {
    return kind.equals("JOINT");
  }

  boolean isTemporary() {
    return kind.equals("TEMPORARY");
  }

  /** Most items do not apply to temporary branches. */
  boolean isOrdinary() {
    return !isTemporary();
  }

  boolean isElected() {
    return isOrdinary() && !appointed;
  }

  boolean isSmall() {
    return full() < NEEDS_COMMITTEE;
  }

  boolean hasCommittee() {
    return isOrdinary() && !isSmall();
  }

  boolean hasGroups() {
    return isOrdinary() && members >= NEEDS_GROUPS;
  }

  int groups() {
    return hasGroups() ? (members + TO_A_GROUP - 1) / TO_A_GROUP : 0;
  }

  int committeeSize() {
    return !hasCommittee() ? 0 : members < 25 ? 3 : members < 35 ? 5 : 7;
  }

  boolean isVillage() {
    return isOrdinary() && domain.isVillage();
  }

  boolean isRural() {
    return isOrdinary() && domain == Domain.RURAL;
  }

  boolean isEnterprise() {
    return isOrdinary() && domain == Domain.SOE;
  }

  boolean isNonpublic() {
    return isOrdinary() && domain == Domain.NONPUBLIC;
  }

  boolean hasLeadingCadres() {
    return isOrdinary() && domain.hasLeadingCadres();
  }

  boolean needsPartyWorker() {
    return isOrdinary()
        && (domain.isVillage() || domain.hasLeadingCadres())
        && domain != Domain.INSTITUTION;
  }
}
