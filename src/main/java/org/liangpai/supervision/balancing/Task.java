package org.liangpai.supervision.balancing;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import java.util.Map;

/** A branch that somebody takes, or is to take. Who takes one already keeps it. */
@PlanningEntity
public class Task {

  @PlanningId private String branch;
  private String committee;
  private int load;
  private Map<String, Integer> distances;
  @PlanningPin private boolean kept;
  @ValueRangeProvider private List<Person> candidates;

  @PlanningVariable(allowsUnassigned = true)
  private Person person;

  protected Task() {} // the solver

  private Task(
      String branch,
      String committee,
      int load,
      List<Person> candidates,
      Map<String, Integer> distances) {
    this.branch = branch;
    this.committee = committee;
    this.load = load;
    this.candidates = List.copyOf(candidates);
    this.distances = Map.copyOf(distances);
  }

  /**
   * A branch that nobody takes.
   *
   * @param load how much work it is
   * @param distances how far each candidate's post is, by account
   */
  public static Task open(
      String branch,
      String committee,
      int load,
      List<Person> candidates,
      Map<String, Integer> distances) {
    return new Task(branch, committee, load, candidates, distances);
  }

  /** A branch that somebody takes already. */
  public static Task kept(String branch, String committee, int load, Person person) {
    Task task = new Task(branch, committee, load, List.of(person), Map.of());
    task.person = person;
    task.kept = true;
    return task;
  }

  public String branch() {
    return branch;
  }

  /** The base-level committee that the branch is below. */
  public String committee() {
    return committee;
  }

  public int load() {
    return load;
  }

  public boolean isKept() {
    return kept;
  }

  /** Who takes it, or {@code null}. */
  public Person person() {
    return person;
  }

  /** How far the post of who takes it is. */
  public int distance() {
    return person == null ? 0 : distances.getOrDefault(person.account(), 0);
  }
}
