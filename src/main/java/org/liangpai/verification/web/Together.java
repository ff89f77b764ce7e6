package org.liangpai.verification.web;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.liangpai.shared.Invalid;
import org.liangpai.verification.FindingView;

/**
 * Which findings a person may decide together on the page: the grave ones are looked at one by one.
 * Programs of the API decide for themselves.
 */
@TemplateExtension
final class Together {

  private static final Set<String> GRAVE = Set.of("ORANGE", "RED");
  private static final int NAMED = 3;

  private Together() {}

  /** Whether it may be decided with others. */
  static boolean isDecidedTogether(FindingView finding) {
    return !GRAVE.contains(finding.level());
  }

  /** One alone may be grave. */
  static void check(List<FindingView> chosen) {
    if (chosen.size() < 2) {
      return;
    }
    List<FindingView> grave = chosen.stream().filter(one -> !isDecidedTogether(one)).toList();
    if (!grave.isEmpty()) {
      String named =
          grave.stream()
              .limit(NAMED)
              .map(one -> one.branchName() + " " + one.item())
              .collect(Collectors.joining("、"));
      throw new Invalid("finding", "橙色、红色的疑似问题须逐项核实，不能一起核实：" + named + "（共" + grave.size() + "项）");
    }
  }
}
