package org.liangpai.accountability;

import java.time.LocalDate;

/**
 * What people write down when they open a case.
 *
 * @param post whom it concerns, by post
 * @param decision why, in their words
 * @param on the day of the decision, or {@code null} for today
 */
public record Opening(AnsweringMeasure measure, String post, String decision, LocalDate on) {}
