package org.liangpai.supervision.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.Taking;

/**
 * Branches for somebody.
 *
 * @param kind CONTACT_LEADER or SUPERVISOR
 * @param toOn the last day, if an end is foreseen
 */
record TakingRequest(
    String kind,
    String account,
    List<@NotNull(message = "支部编码不能为空") String> branches,
    String fromOn,
    String toOn,
    String reason) {

  Taking taking() {
    return new Taking(
        SupervisionResource.required(kind),
        account,
        branches,
        day("fromOn", fromOn),
        day("toOn", toOn),
        reason);
  }

  /** A day, or {@code null}. */
  static LocalDate day(String name, String text) {
    return Parameters.optionalDay(name, text).orElse(null);
  }
}
