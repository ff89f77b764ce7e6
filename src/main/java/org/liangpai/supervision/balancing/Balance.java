package org.liangpai.supervision.balancing;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/**
 * What makes one way of sharing branches out better than another: nobody has too many, none is
 * left, the load is even, and then everybody's branches are near one another and near their post.
 */
public class Balance implements ConstraintProvider {

  private static final long OF_LOAD = 10;
  private static final long OF_COMMITTEE = 15;
  private static final long OF_STEP = 5;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      most(factory), left(factory), even(factory), near(factory), far(factory)
    };
  }

  private static Constraint most(ConstraintFactory factory) {
    return factory
        .forEach(Task.class)
        .groupBy(Task::person, count())
        .filter((person, branches) -> branches > person.most())
        .penalizeLong(
            HardMediumSoftLongScore.ONE_HARD, (person, branches) -> branches - person.most())
        .asConstraint("at most so many branches");
  }

  private static Constraint left(ConstraintFactory factory) {
    return factory
        .forEachIncludingUnassigned(Task.class)
        .filter(task -> task.person() == null)
        .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, task -> 1L + task.load())
        .asConstraint("none is left");
  }

  /** The squares of the loads add up to the least where the loads are even. */
  private static Constraint even(ConstraintFactory factory) {
    return factory
        .forEach(Task.class)
        .groupBy(Task::person, sum(Task::load))
        .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (person, load) -> OF_LOAD * load * load)
        .asConstraint("even load");
  }

  private static Constraint near(ConstraintFactory factory) {
    return factory
        .forEach(Task.class)
        .groupBy(Task::person, Task::committee)
        .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (person, committee) -> OF_COMMITTEE)
        .asConstraint("near one another");
  }

  private static Constraint far(ConstraintFactory factory) {
    return factory
        .forEach(Task.class)
        .filter(task -> !task.isKept())
        .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, task -> OF_STEP * task.distance())
        .asConstraint("near the post");
  }
}
