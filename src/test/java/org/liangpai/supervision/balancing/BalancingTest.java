package org.liangpai.supervision.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BalancingTest {

  private final Balancing balancing = new Balancing();

  @Test
  void load_isEven_notTheNumberOfBranches() {
    List<Person> people = people(2, 15);
    List<Task> tasks =
        List.of(
            open("B1", "W1", 3, people),
            open("B2", "W1", 1, people),
            open("B3", "W1", 1, people),
            open("B4", "W1", 1, people));

    Map<String, String> shared = balancing.shareOut(tasks);

    assertThat(loads(tasks, shared)).containsValues(3, 3);
  }

  @Test
  void whatSomebodyTakes_isKeptAndCounts() {
    List<Person> people = people(2, 15);
    List<Task> tasks =
        List.of(
            Task.kept("B1", "W1", 4, people.get(0)),
            open("B2", "W1", 1, people),
            open("B3", "W1", 1, people));

    assertThat(balancing.shareOut(tasks))
        .containsExactlyInAnyOrderEntriesOf(Map.of("B2", "P1", "B3", "P1"));
  }

  @Test
  void branchesOfACommittee_goToOnePerson_whereTheLoadAllows() {
    List<Person> people = people(2, 15);
    List<Task> tasks =
        List.of(
            open("B1", "W1", 1, people),
            open("B2", "W2", 1, people),
            open("B3", "W1", 1, people),
            open("B4", "W2", 1, people));

    Map<String, String> shared = balancing.shareOut(tasks);

    assertThat(shared.get("B1")).isEqualTo(shared.get("B3")).isNotEqualTo(shared.get("B2"));
    assertThat(shared.get("B2")).isEqualTo(shared.get("B4"));
  }

  @Test
  void whoeverIsNear_isPreferred() {
    List<Person> people = people(2, 15);
    Task task = Task.open("B1", "W1", 1, people, Map.of("P0", 2, "P1", 1));

    assertThat(balancing.shareOut(List.of(task))).isEqualTo(Map.of("B1", "P1"));
  }

  @Test
  void nobodyTakesMoreThanTheMost_theHeaviestAreTaken() {
    List<Person> people = people(1, 2);
    List<Task> tasks =
        List.of(
            open("B1", "W1", 1, people), open("B2", "W1", 3, people), open("B3", "W1", 2, people));

    assertThat(balancing.shareOut(tasks)).containsOnlyKeys("B2", "B3");
  }

  @Test
  void branchWithoutCandidates_isLeft() {
    assertThat(balancing.shareOut(List.of(open("B1", "W1", 1, List.of())))).isEmpty();
  }

  @Test
  @Timeout(60)
  void city_isSharedOutEvenlyAndAlwaysAlike() {
    List<Task> tasks = city();
    Map<String, String> shared = balancing.shareOut(tasks);

    assertThat(shared).hasSize(500).isEqualTo(balancing.shareOut(city()));
    Map<String, Integer> loads = loads(tasks, shared);
    for (int county = 0; county < 8; county++) {
      String prefix = "X" + county;
      List<Integer> ofCounty =
          loads.entrySet().stream()
              .filter(one -> one.getKey().startsWith(prefix))
              .map(Map.Entry::getValue)
              .sorted()
              .toList();
      assertThat(ofCounty.get(ofCounty.size() - 1) - ofCounty.get(0)).isLessThanOrEqualTo(3);
    }
  }

  /** 150 people in eight counties, and 500 branches with open cards. */
  private static List<Task> city() {
    Map<Integer, List<Person>> people = new HashMap<>();
    for (int i = 0; i < 150; i++) {
      people
          .computeIfAbsent(i % 8, county -> new ArrayList<>())
          .add(new Person("X" + i % 8 + "P" + i, 15));
    }
    return IntStream.range(0, 500)
        .mapToObj(i -> open("B%04d".formatted(i), "W" + i % 130, 1 + i % 3, people.get(i % 8)))
        .toList();
  }

  private static List<Person> people(int number, int most) {
    return IntStream.range(0, number).mapToObj(i -> new Person("P" + i, most)).toList();
  }

  private static Task open(String branch, String committee, int load, List<Person> candidates) {
    Map<String, Integer> distances =
        candidates.stream().collect(Collectors.toMap(Person::account, person -> 2));
    return Task.open(branch, committee, load, candidates, distances);
  }

  private static Map<String, Integer> loads(List<Task> tasks, Map<String, String> shared) {
    return tasks.stream()
        .collect(Collectors.toMap(task -> shared.get(task.branch()), Task::load, Integer::sum));
  }
}
