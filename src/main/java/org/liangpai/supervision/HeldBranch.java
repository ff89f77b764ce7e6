package org.liangpai.supervision;

import java.time.LocalDate;

/**
 * A branch that somebody takes or is going to take.
 *
 * @param toOn the last day, or {@code null} while no end is foreseen
 * @param nextOn when the next visit was agreed to be with whoever takes it today, or {@code null}
 */
public record HeldBranch(
    SupervisedBranch branch, LocalDate fromOn, LocalDate toOn, LocalDate nextOn) {}
