package org.liangpai.verification;

import java.time.YearMonth;
import java.util.Optional;
import org.liangpai.warninglist.Level;

/**
 * Which findings are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 */
public record FindingFilter(
    Optional<YearMonth> month,
    Optional<String> branch,
    Optional<String> unit,
    Optional<String> item,
    Optional<Level> level,
    Optional<FindingStatus> status) {}
