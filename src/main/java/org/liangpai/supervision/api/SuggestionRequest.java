package org.liangpai.supervision.api;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.liangpai.shared.Invalid;
import org.liangpai.supervision.AssignmentKind;
import org.liangpai.supervision.Taking;

/**
 * Pairs of a suggestion that somebody chose.
 *
 * @param kind CONTACT_LEADER or SUPERVISOR
 */
record SuggestionRequest(
    String kind,
    List<@NotNull(message = "请填写要采纳的建议") Pair> pairs,
    String fromOn,
    String toOn,
    String reason) {

  /** A branch for an account. */
  record Pair(String account, String branch) {}

  List<Taking> takings() {
    AssignmentKind wanted = SupervisionResource.required(kind);
    if (pairs == null || pairs.isEmpty()) {
      throw new Invalid("pairs", "请选择要采纳的建议");
    }
    TreeMap<String, List<String>> branches = new TreeMap<>();
    for (Pair pair : pairs) {
      if (pair.account() == null || pair.branch() == null) {
        throw new Invalid("pairs", "每条建议都要有账号和支部");
      }
      branches.computeIfAbsent(pair.account(), account -> new ArrayList<>()).add(pair.branch());
    }
    return branches.entrySet().stream()
        .map(
            one ->
                new Taking(
                    wanted,
                    one.getKey(),
                    one.getValue(),
                    TakingRequest.day("fromOn", fromOn),
                    TakingRequest.day("toOn", toOn),
                    reason))
        .toList();
  }
}
