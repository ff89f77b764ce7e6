package org.liangpai.supervision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.liangpai.shared.Invalid;

/**
 * That somebody is to take branches.
 *
 * @param toOn the last day, or {@code null} while no end is foreseen
 */
public record Taking(
    AssignmentKind kind,
    String account,
    List<String> branches,
    LocalDate fromOn,
    LocalDate toOn,
    String reason) {

  /** The most branches of one act. */
  private static final int MOST = 1_000;

  /**
   * Checks what can be said without looking.
   *
   * @throws Invalid if something is missing or the days are the wrong way round
   */
  public Taking {
    if (kind == null) {
      throw new Invalid("kind", "请选择联系领导或督导员");
    }
    if (account == null || account.isBlank()) {
      throw new Invalid("account", "请选择指派给谁");
    }
    if (branches == null || branches.isEmpty() || branches.size() > MOST) {
      throw new Invalid("branches", "请选择1到" + MOST + "个支部");
    }
    if (fromOn == null) {
      throw new Invalid("fromOn", "请填写从哪一天起");
    }
    if (toOn != null && toOn.isBefore(fromOn)) {
      throw new Invalid("toOn", "结束日期不能早于开始日期");
    }
    account = account.strip();
    branches = sorted(branches);
    reason = Reasons.compulsory("reason", reason);
  }

  private static List<String> sorted(Collection<String> codes) {
    return List.copyOf(new TreeSet<>(codes));
  }
}
