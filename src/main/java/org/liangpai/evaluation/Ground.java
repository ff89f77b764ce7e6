package org.liangpai.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

/**
 * What holds for all branches of an evaluation.
 *
 * @param historyStart the first month for which any branch has a record; months before it are
 *     outside of history
 * @param filingDay the day by which the record of a month is to be filed
 */
public record Ground(YearMonth historyStart, Function<YearMonth, LocalDate> filingDay) {}
