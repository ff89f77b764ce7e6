package org.liangpai.evaluation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.liangpai.warninglist.ItemInForce;
import org.liangpai.warninglist.Rhythm;

/**
 * Counts in how many judged windows in a row a situation has been there, from the records on file,
 * over at most twelve months. Windows that were not judged or do not apply neither count nor break;
 * a clear or a dismissed one breaks.
 */
final class Runs {

  private static final int MONTHS_BACK = 11;

  /** Judges some items of some branches in one earlier month. */
  interface Window {
    /** The verdicts by branch and item; every item asked for has one. */
    Map<String, Map<String, Outcome>> outcomes(
        YearMonth month, List<BranchHistory> branches, Map<String, Set<String>> items);
  }

  private final YearMonth month;
  private final YearMonth historyStart;
  private final Window window;

  Runs(YearMonth month, YearMonth historyStart, Window window) {
    this.month = month;
    this.historyStart = historyStart;
    this.window = window;
  }

  /** The run of each hit; the hits are of {@code month}. */
  Map<Verdict, Integer> count(List<Verdict> hits, Map<String, BranchHistory> branches) {
    Map<Verdict, Integer> runs = new IdentityHashMap<>();
    hits.forEach(hit -> runs.put(hit, 1));
    List<Verdict> going =
        hits.stream().filter(hit -> hit.item().rhythm() != Rhythm.NAMED_MONTHS).toList();
    for (int back = 1; back <= MONTHS_BACK && !going.isEmpty(); back++) {
      going = goneBack(month.minusMonths(back), going, branches, runs);
    }
    return runs;
  }

  private List<Verdict> goneBack(
      YearMonth earlier,
      List<Verdict> going,
      Map<String, BranchHistory> branches,
      Map<Verdict, Integer> runs) {
    if (earlier.isBefore(historyStart)) {
      return List.of();
    }
    List<Verdict> still = new ArrayList<>();
    Map<String, Set<String>> asked = new HashMap<>();
    for (Verdict hit : going) {
      boolean dismissed = branches.get(hit.branchCode()).isDismissed(earlier, hit.item().code());
      if (!isWindow(hit.item(), earlier)) {
        still.add(hit);
      } else if (!dismissed) {
        still.add(hit);
        asked.computeIfAbsent(hit.branchCode(), branch -> new TreeSet<>()).add(hit.item().code());
      }
    }
    List<BranchHistory> askedBranches =
        asked.keySet().stream().sorted().map(branches::get).toList();
    Map<String, Map<String, Outcome>> outcomes = window.outcomes(earlier, askedBranches, asked);
    still.removeIf(hit -> broke(hit, outcomes, runs));
    return still;
  }

  private static boolean broke(
      Verdict hit, Map<String, Map<String, Outcome>> outcomes, Map<Verdict, Integer> runs) {
    Outcome outcome =
        outcomes
            .getOrDefault(hit.branchCode(), Map.of())
            .getOrDefault(hit.item().code(), Outcome.NOT_APPLICABLE);
    if (outcome == Outcome.HIT) {
      runs.merge(hit, 1, Integer::sum);
    }
    return outcome == Outcome.CLEAR;
  }

  private static boolean isWindow(ItemInForce item, YearMonth earlier) {
    return item.rhythm() == Rhythm.MONTHLY || item.isDueIn(earlier);
  }
}
