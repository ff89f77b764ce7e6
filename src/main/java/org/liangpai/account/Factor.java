package org.liangpai.account;

import java.time.Duration;

/** By what somebody proves who they are, and how often they may fail. */
enum Factor {
  PASSWORD("密码", 100),
  /** Whoever fails by it knows the password already, and there are a million codes only. */
  CODE("动态口令", 20);

  /** Failures at one place until that is locked. */
  static final int AT_ONE_PLACE = 5;

  /** For how long. */
  static final Duration LOCKED = Duration.ofMinutes(15);

  private final String label;
  private final int atUnfamiliarPlaces;

  Factor(String label, int atUnfamiliarPlaces) {
    this.label = label;
    this.atUnfamiliarPlaces = atUnfamiliarPlaces;
  }

  /** The Chinese name. */
  String label() {
    return label;
  }

  /** Failures at all unfamiliar places together, until these are locked. */
  int atUnfamiliarPlaces() {
    return atUnfamiliarPlaces;
  }
}
