package org.liangpai.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;

/**
 * A run over all branches for one month, with its ledger.
 *
 * @param cancelRequestedBy who asked it to stop, or {@code null}
 * @param notJudged how many branches could not be judged, by item; told of the whole city only
 * @param resultHash SHA-256 over all that was found: equal data give an equal hash; told of the
 *     whole city only, else empty
 * @param fault why it failed, or {@code null}; told to whoever sees the whole city
 */
public record Sweep(
    UUID id,
    YearMonth month,
    Occasion occasion,
    SweepStatus status,
    String requestedBy,
    Instant startedAt,
    Instant finishedAt,
    String cancelRequestedBy,
    String listFingerprint,
    String rulesFingerprint,
    Counts counts,
    Map<String, Integer> notJudged,
    String resultHash,
    Timings timings,
    String fault) {

  /**
   * The branches of a run. Those to judge are healthy, partly judged, flagged, not filed only or
   * failed, each exactly one of these; the others on the roster were not yet founded or already
   * dissolved.
   *
   * @param healthy nothing found, everything judged
   * @param partlyJudged nothing found, but something could not be judged
   * @param flagged something found in record or roster
   * @param notFiledOnly nothing found but the missing record itself
   * @param failed a rule threw
   * @param hits what was found, without what is on trial
   */
  public record Counts(
      int onRoster,
      int toJudge,
      int healthy,
      int partlyJudged,
      int flagged,
      int notFiledOnly,
      int failed,
      int hits) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** How many branches have been judged so far. */
    public int judged() {
      return healthy + partlyJudged + flagged + notFiledOnly + failed;
    }

    Counts plus(Counts more) {
      return new Counts(
          onRoster,
          toJudge,
          healthy + more.healthy,
          partlyJudged + more.partlyJudged,
          flagged + more.flagged,
          notFiledOnly + more.notFiledOnly,
          failed + more.failed,
          hits + more.hits);
    }
  }

  /** The same with the counts of a part of the city, and nothing of the rest. */
  Sweep of(Counts part) {
    return new Sweep(
        id,
        month,
        occasion,
        status,
        requestedBy,
        startedAt,
        finishedAt,
        cancelRequestedBy,
        listFingerprint,
        rulesFingerprint,
        part,
        Map.of(),
        "",
        timings,
        null);
  }

  /** What a run spent its time on. */
  public record Timings(Duration reading, Duration judging, Duration writing) {

    static final Timings NONE = new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Duration total() {
      return reading.plus(judging).plus(writing);
    }

    Timings plus(Timings more) {
      return new Timings(
          reading.plus(more.reading), judging.plus(more.judging), writing.plus(more.writing));
    }
  }
}
