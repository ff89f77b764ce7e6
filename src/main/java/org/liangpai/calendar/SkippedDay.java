package org.liangpai.calendar;

import java.time.LocalDate;

/** A rest day that was not counted, with the Chinese reason, such as 周六 or 春节假期. */
public record SkippedDay(LocalDate day, String reason) {}
