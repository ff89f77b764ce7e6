package org.liangpai.help;

import java.util.Optional;

/**
 * Which requests are wanted; what is absent does not narrow.
 *
 * @param unit asked by or of this unit or anything below it
 * @param card needed for this card
 * @param forViewer only those in which it is the viewer's turn
 */
public record HelpFilter(
    Optional<String> unit,
    Optional<String> card,
    Optional<HelpStatus> status,
    Optional<HelpUrgency> urgency,
    boolean forViewer) {}
