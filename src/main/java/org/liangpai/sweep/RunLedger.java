package org.liangpai.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liangpai.evaluation.BranchJudgement;
import org.liangpai.evaluation.Hit;
import org.liangpai.evaluation.Verdict;

/**
 * The sums of a run so far. The hash is chained branch by branch, so it does not depend on how the
 * branches were cut into ranges, nor on whether the run was interrupted.
 */
record RunLedger(Sweep.Counts counts, Map<String, Integer> notJudged, String hash) {

  private static final String NOT_FILED = "YX-09";

  static RunLedger of(Sweep sweep) {
    return new RunLedger(sweep.counts(), sweep.notJudged(), sweep.resultHash());
  }

  RunLedger plus(List<BranchJudgement> judgements) {
    Sweep.Counts sums = counts;
    Map<String, Integer> unjudged = new TreeMap<>(notJudged);
    String chained = hash;
    for (BranchJudgement judgement : judgements) {
      sums = sums.plus(counted(judgement));
      for (Verdict verdict : judgement.notJudged()) {
        unjudged.merge(verdict.item().code(), 1, Integer::sum);
      }
      chained = chained(chained, judgement);
    }
    return new RunLedger(sums, unjudged, chained);
  }

  /** What one branch adds to the counts. */
  static Sweep.Counts counted(BranchJudgement judgement) {
    // What is on trial is found and stored, but flags nobody.
    List<Hit> hits =
        judgement.hits().stream().filter(hit -> hit.verdict().item().isCarded()).toList();
    boolean failed = !judgement.failures().isEmpty();
    boolean notFiledOnly =
        hits.size() == 1 && hits.get(0).verdict().item().code().equals(NOT_FILED);
    int failedOne = failed ? 1 : 0;
    int notFiledOne = !failed && notFiledOnly ? 1 : 0;
    int flaggedOne = !failed && !hits.isEmpty() && !notFiledOnly ? 1 : 0;
    int partlyOne = !failed && hits.isEmpty() && !judgement.notJudged().isEmpty() ? 1 : 0;
    int healthyOne = 1 - failedOne - notFiledOne - flaggedOne - partlyOne;
    return new Sweep.Counts(
        0, 0, healthyOne, partlyOne, flaggedOne, notFiledOne, failedOne, hits.size());
  }

  private static String chained(String before, BranchJudgement judgement) {
    StringBuilder lines = new StringBuilder(before);
    for (Hit hit : judgement.hits()) {
      lines
          .append('\n')
          .append(judgement.branchCode())
          .append('|')
          .append(hit.verdict().item().code())
          .append('|')
          .append(hit.level())
          .append('|')
          .append(hit.running());
    }
    for (Verdict verdict : judgement.notJudged()) {
      lines
          .append('\n')
          .append(judgement.branchCode())
          .append('|')
          .append(verdict.item().code())
          .append("|NOT_JUDGED");
    }
    return sha256(lines.toString());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
