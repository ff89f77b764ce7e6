package org.liangpai.verification;

import java.time.Instant;
import java.util.List;

/**
 * Some findings have been decided. Observed within the same transaction.
 *
 * @param findings all findings of the branches and months concerned, decided or not
 */
public record FindingsDecided(List<Finding> findings, String by, Instant at) {}
