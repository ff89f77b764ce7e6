package org.liangpai.supervision;

/**
 * How far the branches with open cards are supervised.
 *
 * @param carded branches with an open card
 * @param severe those of them with an orange or red one
 * @param withoutLeader the severe ones without a contact leader who holds the post
 * @param withoutSupervisor the carded ones without a supervisor who holds the post
 * @param vacant branches whose contact leader or supervisor does not hold the post any more
 */
public record SupervisionCount(
    int carded, int severe, int withoutLeader, int withoutSupervisor, int vacant) {}
