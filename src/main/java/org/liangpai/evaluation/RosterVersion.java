package org.liangpai.evaluation;

import java.time.LocalDate;
import org.liangpai.dictionary.Row;

/** A version of a roster row and the day from which it describes the branch. */
public record RosterVersion(int version, LocalDate effectiveOn, Row row) {}
