package org.liangpai.calendar;

import java.time.LocalDate;

/** A day that is named: a rest day of a holiday, or a make-up day (调休上班) on which one works. */
public record SpecialDay(LocalDate day, boolean working, String name) {}
