package org.liangpai.sweep;

import java.time.YearMonth;

/** A run has judged its month: what it found, changed and withdrew is stored. May be told twice. */
public record SweepEnded(YearMonth month) {}
