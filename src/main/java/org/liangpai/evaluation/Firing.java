package org.liangpai.evaluation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.liangpai.warninglist.ItemInForce;

/**
 * Fires the rules over branches of one month. A rule that throws is found out and the rest is
 * judged without it.
 */
final class Firing {

  private final RuleBook rules;
  private final YearMonth month;
  private final Ground ground;
  private final boolean tellingAll;

  Firing(RuleBook rules, YearMonth month, Ground ground, boolean tellingAll) {
    this.rules = rules;
    this.month = month;
    this.ground = ground;
    this.tellingAll = tellingAll;
  }

  /**
   * The verdicts that are to be told, those of the scope included, in no particular order.
   *
   * @param asked whether an item is asked of a branch, by its code
   * @param failures receives the rules that threw
   */
  List<Verdict> verdicts(
      List<BranchHistory> branches,
      Collection<ItemInForce> items,
      BiPredicate<String, ItemInForce> asked,
      List<RuleFailure> failures) {
    List<Verdict> verdicts = new ArrayList<>();
    List<BranchMonth> facts = new ArrayList<>();
    for (BranchHistory branch : branches) {
      Set<String> open = new HashSet<>();
      for (ItemInForce item : items) {
        if (asked.test(branch.branchCode(), item)) {
          Scope.verdict(item, branch, month)
              .ifPresentOrElse(
                  verdict -> {
                    if (tellingAll) {
                      verdicts.add(verdict);
                    }
                  },
                  () -> open.add(item.code()));
        }
      }
      facts.add(
          new BranchMonth(branch, month, ground, item -> open.contains(item.code()), tellingAll));
    }
    verdicts.addAll(fired(items, facts, failures));
    return verdicts;
  }

  private List<Verdict> fired(
      Collection<ItemInForce> items, List<BranchMonth> facts, List<RuleFailure> failures) {
    try {
      return fire(rules, items, facts);
    } catch (RuntimeException fault) {
      return isolated(items, facts, failures);
    }
  }

  /** Item by item, and for an item that throws branch by branch: what throws then is the fault. */
  private List<Verdict> isolated(
      Collection<ItemInForce> items, List<BranchMonth> facts, List<RuleFailure> failures) {
    List<Verdict> verdicts = new ArrayList<>();
    for (ItemInForce item : items) {
      RuleBook alone = rules.only(item.code());
      try {
        verdicts.addAll(fire(alone, List.of(item), facts));
      } catch (RuntimeException fault) {
        for (BranchMonth fact : facts) {
          try {
            verdicts.addAll(fire(alone, List.of(item), List.of(fact)));
          } catch (RuntimeException ofBranch) {
            failures.add(new RuleFailure(fact.branchCode(), item.code(), rootMessage(ofBranch)));
          }
        }
      }
    }
    return verdicts;
  }

  private static List<Verdict> fire(
      RuleBook rules, Collection<ItemInForce> items, List<BranchMonth> facts) {
    List<Object> all = new ArrayList<>(items);
    all.addAll(facts);
    return rules.fire(all, Verdict.class);
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    Map<Throwable, Boolean> seen = new HashMap<>();
    while (root.getCause() != null && seen.put(root, true) == null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName()
        + (root.getMessage() == null ? "" : "：" + root.getMessage());
  }
}
