package org.liangpai.rectification;

import java.time.LocalDate;

/**
 * A measure to be: what, who is responsible, and by when.
 *
 * @param responsible a post or a name
 */
public record NewMeasure(String what, String responsible, LocalDate dueOn) {}
