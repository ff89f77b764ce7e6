package org.liangpai.concession;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A request as it is shown.
 *
 * @param level the code of the level of its card
 * @param holder the name of the branch or unit that holds the card
 * @param items the items that an objection is about; none if it is about the whole card
 * @param turn whose turn it is, one Chinese phrase; empty if it is nobody's
 * @param mayDecide whether the viewer may decide on it now
 */
public record ConcessionView(
    long id,
    ConcessionKind kind,
    ConcessionStatus status,
    String card,
    String level,
    String holder,
    String holderPath,
    OffsetDateTime askedAt,
    String askedBy,
    String reason,
    Integer workingDays,
    LocalDate until,
    List<String> items,
    Integer grantedWorkingDays,
    OffsetDateTime decidedAt,
    String decidedBy,
    String decisionReason,
    String turn,
    boolean mayDecide) {}
