package org.liangpai.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.liangpai.warninglist.PairingCriteria;

/**
 * The best assignment of strong branches to weak ones: as many pairs as can be, and of all such
 * assignments one with the least steps in all. Where there are more weak branches than candidates
 * are weighed for each, those that the others left without one go another round, until nobody who
 * is left fits anybody. The same branches give the same pairs.
 */
final class Assignment {

  /** A pair that could be. */
  record Pair(WeakBranch weak, StrongBranch strong, Fit fit) {}

  private record Branch(boolean weak, String code) {}

  private record Edge(String weak, String strong) {}

  private final PairingCriteria criteria;

  Assignment(PairingCriteria criteria) {
    this.criteria = criteria;
  }

  /** The pairs, in the order of the weak branches. */
  List<Pair> best(List<WeakBranch> weak, List<StrongBranch> strong) {
    Map<String, Pair> ofWeak = new HashMap<>();
    List<WeakBranch> weakLeft = weak;
    List<StrongBranch> strongLeft = strong;
    List<Pair> added;
    do {
      added = round(weakLeft, strongLeft);
      added.forEach(pair -> ofWeak.put(pair.weak().code(), pair));
      Set<String> helping =
          added.stream().map(pair -> pair.strong().code()).collect(Collectors.toSet());
      weakLeft = weakLeft.stream().filter(one -> !ofWeak.containsKey(one.code())).toList();
      strongLeft = strongLeft.stream().filter(one -> !helping.contains(one.code())).toList();
    } while (!added.isEmpty() && !weakLeft.isEmpty());
    return weak.stream().map(one -> ofWeak.get(one.code())).filter(Objects::nonNull).toList();
  }

  /** The best of one round, over the best candidates of each. */
  private List<Pair> round(List<WeakBranch> weak, List<StrongBranch> strong) {
    Map<Edge, Pair> pairs = new LinkedHashMap<>();
    for (WeakBranch one : weak) {
      for (Pair pair : candidates(one, strong, weak.size())) {
        pairs.put(new Edge(one.code(), pair.strong().code()), pair);
      }
    }
    Set<Edge> chosen = matched(pairs);
    return pairs.entrySet().stream()
        .filter(pair -> chosen.contains(pair.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * The best candidates of one branch. As many as there are weak branches lose nothing: if another
   * were assigned, one of these would be free.
   */
  private List<Pair> candidates(WeakBranch weak, List<StrongBranch> strong, int weakOnes) {
    List<Pair> possible = new ArrayList<>();
    for (StrongBranch one : strong) {
      Fit fit = Fit.of(weak, one);
      if (fit.isPossible(criteria) && !one.code().equals(weak.code())) {
        possible.add(new Pair(weak, one, fit));
      }
    }
    possible.sort(
        Comparator.comparingInt((Pair pair) -> pair.fit().cost(criteria))
            .thenComparing(pair -> pair.strong().code()));
    return possible.subList(
        0, Math.min(possible.size(), Math.min(weakOnes, criteria.mostCandidates())));
  }

  private Set<Edge> matched(Map<Edge, Pair> pairs) {
    if (pairs.isEmpty()) {
      return Set.of();
    }
    Graph<Branch, Edge> graph = new SimpleWeightedGraph<>(Edge.class);
    Set<Branch> weak = new LinkedHashSet<>();
    Set<Branch> strong = new LinkedHashSet<>();
    pairs
        .keySet()
        .forEach(
            edge -> {
              weak.add(new Branch(true, edge.weak()));
              strong.add(new Branch(false, edge.strong()));
            });
    weak.forEach(graph::addVertex);
    strong.forEach(graph::addVertex);
    int dearest =
        pairs.values().stream().mapToInt(pair -> pair.fit().cost(criteria)).max().orElseThrow();
    // One more pair is worth more than whatever it costs all the others.
    int worth = (dearest + 1) * (weak.size() + 1);
    pairs.forEach(
        (edge, pair) -> {
          graph.addEdge(new Branch(true, edge.weak()), new Branch(false, edge.strong()), edge);
          graph.setEdgeWeight(edge, worth - pair.fit().cost(criteria));
        });
    return new MaximumWeightBipartiteMatching<>(graph, weak, strong).getMatching().getEdges();
  }
}
