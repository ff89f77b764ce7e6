package org.liangpai.concession.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.concession.Ruling;
import org.liangpai.shared.Invalid;

/** The bodies of the requests of this feature. */
final class ConcessionRequests {

  private static final String TOO_LONG = "理由不能超过2000字";

  private ConcessionRequests() {}

  /** A later due day. */
  record Extension(Integer workingDays, @Size(max = 2000, message = TOO_LONG) String reason) {}

  /** Setting a card aside. */
  record Suspension(LocalDate until, @Size(max = 2000, message = TOO_LONG) String reason) {}

  /** An objection to some lines, or to the whole card. */
  record Objection(
      List<@NotNull(message = "情形编号不能为空") Long> lines,
      @Size(max = 2000, message = TOO_LONG) String reason) {}

  /** A decision. */
  record Decision(
      Boolean granted, Integer workingDays, @Size(max = 2000, message = TOO_LONG) String reason) {

    Ruling ruling() {
      if (granted == null) {
        throw new Invalid("granted", "请选择同意或不同意");
      }
      return new Ruling(granted, workingDays, reason);
    }
  }

  /** A reason alone. */
  record Why(@Size(max = 2000, message = TOO_LONG) String reason) {}

  /** Who goes on with what a branch left. */
  record Succession(String successor, @Size(max = 2000, message = TOO_LONG) String reason) {}
}
