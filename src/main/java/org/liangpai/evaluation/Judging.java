package org.liangpai.evaluation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liangpai.warninglist.ItemInForce;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.WarningList;

/** Judges branches of one month by the list and the rules. A pure function of its arguments. */
public final class Judging {

  private static final Comparator<Verdict> BY_ITEM =
      Comparator.comparing(verdict -> verdict.item().code());

  private final WarningList list;
  private final RuleBook rules;

  public Judging(WarningList list, RuleBook rules) {
    this.list = list;
    this.rules = rules;
  }

  /**
   * The judgements of some hundred branches, in their order. Branches that do not exist at the end
   * of the month must have been left out.
   */
  public List<BranchJudgement> judge(List<BranchHistory> branches, YearMonth month, Ground ground) {
    Map<String, List<Verdict>> told = new HashMap<>();
    List<RuleFailure> failures = new ArrayList<>();
    Firing firing = new Firing(rules, month, ground, false);
    for (Verdict verdict :
        firing.verdicts(branches, itemsIn(month), (branch, item) -> true, failures)) {
      told.computeIfAbsent(verdict.branchCode(), code -> new ArrayList<>()).add(verdict);
    }
    Map<String, List<Hit>> hits = hits(told, branches, month, ground);
    return branches.stream()
        .map(BranchHistory::branchCode)
        .map(
            code ->
                new BranchJudgement(
                    code,
                    hits.getOrDefault(code, List.of()),
                    of(told.get(code), Outcome.NOT_JUDGED),
                    failures.stream().filter(one -> one.branchCode().equals(code)).toList()))
        .toList();
  }

  /** What every item says of one branch, and why; in the order of the list. */
  public List<Explanation> explain(BranchHistory branch, YearMonth month, Ground ground) {
    List<RuleFailure> failures = new ArrayList<>();
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    Collection<ItemInForce> items = itemsIn(month);
    new Firing(rules, month, ground, true)
        .verdicts(List.of(branch), items, (one, item) -> true, failures)
        .forEach(verdict -> verdicts.put(verdict.item().code(), verdict));
    failures.forEach(
        failure ->
            verdicts.put(
                failure.item(),
                Verdict.without(
                    list.item(failure.item()).orElseThrow().inForce(month),
                    branch.branchCode(),
                    Outcome.NOT_JUDGED,
                    "规则出错：" + failure.message())));
    Map<String, Hit> hits =
        hits(
                Map.of(branch.branchCode(), List.copyOf(verdicts.values())),
                List.of(branch),
                month,
                ground)
            .getOrDefault(branch.branchCode(), List.of())
            .stream()
            .collect(Collectors.toMap(hit -> hit.verdict().item().code(), Function.identity()));
    return items.stream()
        .map(item -> verdicts.get(item.code()))
        .map(verdict -> explained(verdict, hits.get(verdict.item().code())))
        .toList();
  }

  /**
   * Which of some items are judged and not there. A situation that is there, but not yet for long
   * enough to be a hit, is not among them.
   *
   * @param asked the items by the code of the branch
   */
  public Map<String, Set<String>> clear(
      List<BranchHistory> branches,
      Map<String, Set<String>> asked,
      YearMonth month,
      Ground ground) {
    List<BranchHistory> concerned =
        branches.stream().filter(one -> asked.containsKey(one.branchCode())).toList();
    if (concerned.isEmpty()) {
      return Map.of();
    }
    Map<String, Set<String>> clear = new HashMap<>();
    outcomes(month, concerned, asked, ground)
        .forEach((branch, told) -> clear.put(branch, clear(told)));
    return clear;
  }

  private static Set<String> clear(Map<String, Outcome> told) {
    return told.entrySet().stream()
        .filter(one -> one.getValue() == Outcome.CLEAR)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Explanation explained(Verdict verdict, Hit hit) {
    boolean tooFew = verdict.outcome() == Outcome.HIT && hit == null;
    return new Explanation(tooFew ? verdict.clearForNow() : verdict, hit);
  }

  private Map<String, List<Hit>> hits(
      Map<String, List<Verdict>> told,
      List<BranchHistory> branches,
      YearMonth month,
      Ground ground) {
    Map<String, BranchHistory> byCode =
        branches.stream().collect(Collectors.toMap(BranchHistory::branchCode, Function.identity()));
    List<Verdict> found =
        told.values().stream()
            .flatMap(List::stream)
            .filter(verdict -> verdict.outcome() == Outcome.HIT)
            .sorted(Comparator.comparing(Verdict::branchCode).thenComparing(BY_ITEM))
            .toList();
    Runs runs =
        new Runs(
            month,
            ground.historyStart(),
            (earlier, some, items) -> outcomes(earlier, some, items, ground));
    Map<Verdict, Integer> running = runs.count(found, byCode);
    Map<String, List<Hit>> hits = new HashMap<>();
    for (Verdict verdict : found) {
      leveled(verdict, running.get(verdict), month)
          .ifPresent(
              hit ->
                  hits.computeIfAbsent(verdict.branchCode(), code -> new ArrayList<>()).add(hit));
    }
    return hits;
  }

  private static Optional<Hit> leveled(Verdict verdict, int running, YearMonth month) {
    Optional<Level> level = verdict.item().ladder().levelFor(running, verdict.measure(), month);
    return level.map(one -> new Hit(verdict, running, one, Sentences.of(verdict, running)));
  }

  private Map<String, Map<String, Outcome>> outcomes(
      YearMonth earlier,
      List<BranchHistory> branches,
      Map<String, Set<String>> items,
      Ground ground) {
    List<BranchHistory> existing =
        branches.stream().filter(one -> one.existsAt(earlier.atEndOfMonth())).toList();
    Set<String> wanted = items.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    List<ItemInForce> inForce =
        itemsIn(earlier).stream().filter(item -> wanted.contains(item.code())).toList();
    Map<String, Map<String, Outcome>> outcomes = new HashMap<>();
    new Firing(rules, earlier, ground, true)
        .verdicts(
            existing,
            inForce,
            (branch, item) -> items.get(branch).contains(item.code()),
            new ArrayList<>())
        .forEach(
            verdict ->
                outcomes
                    .computeIfAbsent(verdict.branchCode(), code -> new HashMap<>())
                    .put(verdict.item().code(), verdict.outcome()));
    return outcomes;
  }

  private List<ItemInForce> itemsIn(YearMonth month) {
    return list.inForce(month);
  }

  private static List<Verdict> of(List<Verdict> told, Outcome outcome) {
    return told == null
        ? List.of()
        : told.stream().filter(one -> one.outcome() == outcome).sorted(BY_ITEM).toList();
  }
}
