package org.liangpai.verification;

import java.time.LocalDate;

/**
 * What waits for verification.
 *
 * @param findings the findings that nobody has decided
 * @param branches the branches that they belong to
 * @param overdue those whose day of verification is past
 * @param dueOn the earliest day by which one is to be verified, or {@code null}
 * @param others how many more wait in the viewer's scope for another unit
 */
public record FindingBacklog(
    int findings, int branches, int overdue, LocalDate dueOn, int others) {}
