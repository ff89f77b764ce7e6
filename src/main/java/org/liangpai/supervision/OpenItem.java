package org.liangpai.supervision;

import java.time.LocalDate;

/**
 * An open item of a card of a branch.
 *
 * @param line the id of the line of the card
 * @param outcome what the latest visit found of it, or {@code null}
 */
public record OpenItem(
    long line,
    String card,
    String level,
    String item,
    String title,
    LocalDate dueOn,
    boolean overdue,
    ItemOutcome outcome,
    String text) {}
