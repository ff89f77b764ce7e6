package org.liangpai.supervision.balancing;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;

/** All branches with who takes them. */
@PlanningSolution
public class Plan {

  @PlanningEntityCollectionProperty private List<Task> tasks;
  @PlanningScore private HardMediumSoftLongScore score;

  protected Plan() {} // the solver

  Plan(List<Task> tasks) {
    this.tasks = tasks;
  }

  List<Task> tasks() {
    return tasks;
  }

  HardMediumSoftLongScore score() {
    return score;
  }
}
