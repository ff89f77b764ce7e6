package org.liangpai.demonstration;

import java.time.LocalDate;

/**
 * What is published of a demonstration branch, to everybody.
 *
 * @param changedOn since when it has its status
 * @param seen whether the viewer sees the branch itself, too
 */
public record Published(
    String number,
    String branchName,
    String unitName,
    String domain,
    LocalDate since,
    DemonstrationStatus status,
    LocalDate changedOn,
    boolean seen) {}
