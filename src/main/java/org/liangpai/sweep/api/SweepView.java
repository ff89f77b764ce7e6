package org.liangpai.sweep.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liangpai.evaluation.RuleFailure;
import org.liangpai.shared.ClockProducer;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatus;

/**
 * A run with its ledger. The counts add up: {@code onRoster = toJudge + notExisting}, and at the
 * end {@code toJudge = judged = healthy + partlyJudged + flagged + notFiledOnly + failed}.
 *
 * @param findings (absent in lists, like changes and failures) the findings of the month as they
 *     stand, by dimension and level
 * @param onTrial how many there are besides of items on trial, which flag nobody
 * @param changes what this run changed, by act
 * @param failures the rules that threw, the first hundred
 */
record SweepView(
    UUID id,
    String month,
    SweepStatus status,
    Occasion occasion,
    String requestedBy,
    OffsetDateTime startedAt,
    OffsetDateTime finishedAt,
    String cancelRequestedBy,
    Progress progress,
    Counts counts,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Map<String, Integer>> findings,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer onTrial,
    Map<String, Integer> notJudged,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Integer> changes,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<RuleFailure> failures,
    String fingerprint,
    String rulesFingerprint,
    String resultHash,
    Timings timings,
    String fault) {

  /** Branches judged, of those to judge. */
  record Progress(int done, int total) {}

  /** The branches of the run; see {@link SweepView}. */
  record Counts(
      int onRoster,
      int notExisting,
      int toJudge,
      int judged,
      int healthy,
      int partlyJudged,
      int flagged,
      int notFiledOnly,
      int failed,
      int hits) {}

  /** Milliseconds. */
  record Timings(long readingMs, long judgingMs, long writingMs, long totalMs) {}

  /** The run as a list shows it: without what the database would have to sum up for each. */
  static SweepView brief(Sweep sweep) {
    return of(sweep, null, null, null, null);
  }

  static SweepView of(
      Sweep sweep,
      Map<String, Map<String, Integer>> findings,
      Integer onTrial,
      Map<String, Integer> changes,
      List<RuleFailure> failures) {
    Sweep.Counts counts = sweep.counts();
    return new SweepView(
        sweep.id(),
        sweep.month().toString(),
        sweep.status(),
        sweep.occasion(),
        sweep.requestedBy(),
        sweep.startedAt().atZone(ClockProducer.ZONE).toOffsetDateTime(),
        sweep.finishedAt() == null
            ? null
            : sweep.finishedAt().atZone(ClockProducer.ZONE).toOffsetDateTime(),
        sweep.cancelRequestedBy(),
        new Progress(counts.judged(), counts.toJudge()),
        new Counts(
            counts.onRoster(),
            counts.onRoster() - counts.toJudge(),
            counts.toJudge(),
            counts.judged(),
            counts.healthy(),
            counts.partlyJudged(),
            counts.flagged(),
            counts.notFiledOnly(),
            counts.failed(),
            counts.hits()),
        findings,
        onTrial,
        sweep.notJudged(),
        changes,
        failures,
        sweep.listFingerprint(),
        sweep.rulesFingerprint(),
        sweep.resultHash(),
        new Timings(
            sweep.timings().reading().toMillis(),
            sweep.timings().judging().toMillis(),
            sweep.timings().writing().toMillis(),
            sweep.timings().total().toMillis()),
        sweep.fault());
  }
}
