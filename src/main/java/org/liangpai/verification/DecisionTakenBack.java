package org.liangpai.verification;

import java.time.Instant;

/**
 * A decision on a finding is taken back. Observed within the same transaction; who observes it may
 * still refuse.
 */
public record DecisionTakenBack(Finding finding, String by, Instant at) {}
