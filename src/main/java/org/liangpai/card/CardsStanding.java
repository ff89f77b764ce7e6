package org.liangpai.card;

import java.time.LocalDate;
import java.util.Map;

/**
 * The cards that stand.
 *
 * @param open all of them
 * @param overdue those of which an item is past its due day
 * @param reported of the overdue those of which everything is reported and waits for acceptance
 * @param dueSoon those, neither overdue nor set aside, of which an item is due until {@code soon}
 * @param suspended those that are set aside, counted with the open ones
 * @param soon the last day of the next seven
 * @param byLevel all of them by the name of their level
 */
public record CardsStanding(
    int open,
    int overdue,
    int reported,
    int dueSoon,
    int suspended,
    LocalDate soon,
    Map<String, Integer> byLevel) {}
