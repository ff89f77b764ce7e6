package org.liangpai.supervision.balancing;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shares branches out by the solver. It stops after a number of moves and not of seconds, so the
 * same branches and people give the same answer on every machine.
 */
@Singleton
public class Balancing {

  /** Moves that are tried for each open branch, which is enough to settle a county or a city. */
  private static final long FOR_EACH = 200;

  private static final long MOST = 100_000;

  /**
   * The account for each open branch; a branch for which there is nobody is missing.
   *
   * @param tasks in a fixed order
   */
  public Map<String, String> shareOut(List<Task> tasks) {
    Map<String, String> shared = new TreeMap<>();
    long open = tasks.stream().filter(task -> !task.isKept()).count();
    if (open == 0) {
      return shared;
    }
    Plan best =
        SolverFactory.<Plan>create(config(Math.min(MOST, open * FOR_EACH)))
            .buildSolver()
            .solve(new Plan(tasks));
    for (Task task : best.tasks()) {
      if (!task.isKept() && task.person() != null) {
        shared.put(task.branch(), task.person().account());
      }
    }
    return shared;
  }

  private static SolverConfig config(long moves) {
    return new SolverConfig(Balancing.class.getClassLoader())
        .withSolutionClass(Plan.class)
        .withEntityClasses(Task.class)
        .withConstraintProviderClass(Balance.class)
        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
        .withRandomSeed(0L)
        .withPhases(
            new ConstructionHeuristicPhaseConfig(),
            new LocalSearchPhaseConfig()
                .withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE)
                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves)));
  }
}
