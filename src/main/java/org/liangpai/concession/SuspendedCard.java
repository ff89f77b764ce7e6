package org.liangpai.concession;

import java.time.LocalDate;

/**
 * A card that is set aside.
 *
 * @param level the code of its level
 * @param until the last day; on the next one it goes on
 * @param reason why it was asked for
 */
public record SuspendedCard(
    String card,
    String level,
    String holder,
    String holderPath,
    LocalDate until,
    LocalDate askedOn,
    String askedBy,
    String reason,
    String decidedBy,
    int openItems) {}
