package org.liangpai.warninglist;

/**
 * How a strong branch is found for a weak one (结对帮扶). A step is one on the way through the
 * hierarchy from one branch to the other.
 *
 * @param strongMonths for how many months a strong branch has no confirmed finding in a dimension
 * @param sameDomainRequired whether branches of other domains are left out
 * @param otherDomainSteps as how many steps another domain counts
 * @param demonstrationSteps by how many steps a demonstration branch is preferred
 * @param mostCandidates how many of the best candidates are weighed for each weak branch
 * @param outcomeMonths how many months before and after are compared
 * @param smallNumber below how many branches a comparison says little
 */
public record PairingCriteria(
    int strongMonths,
    boolean sameDomainRequired,
    int otherDomainSteps,
    int demonstrationSteps,
    int mostCandidates,
    int outcomeMonths,
    int smallNumber) {}
