package org.liangpai.concession;

import java.util.Optional;

/**
 * Which requests are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 * @param forViewer only those on which the viewer may decide now
 */
public record ConcessionFilter(
    Optional<String> unit,
    Optional<String> card,
    Optional<ConcessionKind> kind,
    Optional<ConcessionStatus> status,
    boolean forViewer) {}
