package org.liangpai.oversight;

import java.time.LocalDate;
import java.util.List;

/**
 * Facts of a period about those who verify and those who visit, in the order of codes and accounts.
 *
 * @param streak from how many decisions alike in a row on they are told
 * @param visitWorkingDays within how many working days a branch is to be visited
 */
public record Oversight(
    LocalDate from,
    LocalDate to,
    int streak,
    int visitWorkingDays,
    List<CommitteeFacts> committees,
    List<SupervisorFacts> supervisors) {}
