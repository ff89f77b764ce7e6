package org.liangpai.card;

import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.warninglist.Level;

/**
 * Which cards are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it: cards of its branches, of itself and of the units below
 * @param branch the cards of a branch, and those of its unit that have a line on it
 * @param dueBefore cards due before that day
 * @param overdue only cards of which an item is past its due day
 */
public record CardFilter(
    Optional<String> unit,
    Optional<String> branch,
    Optional<Level> level,
    Optional<CardStatus> status,
    Optional<LocalDate> dueBefore,
    boolean overdue) {}
