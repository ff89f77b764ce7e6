package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.security.Role;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.verification.Decision;
import org.liangpai.verification.VerifyingFindings;

/**
 * The committees, and the counties on their duties, decide on what was found: most within their
 * days, a few late.
 */
@ApplicationScoped
class VerifyingPart implements HistoryPart {

  private static final double LATE = 0.06;
  private static final double DISMISSED = 0.06;
  private static final double DATA_ERROR = 0.02;

  private static final String PENDING =
      """
      SELECT u.committee_code, f.month, f.id, f.branch_code, f.item, f.found_at, f.duty
      FROM finding f JOIN branch b ON b.branch_code = f.branch_code JOIN unit u ON u.unit_code = b.unit_code
      WHERE f.status = 'PENDING' AND f.month BETWEEN :first AND :last ORDER BY 1, 2, 7, 3
      """;

  private record Pending(long id, String branch, String item, LocalDate sweptOn) {}

  private record Desk(String committee, YearMonth month, Role verifier) {}

  private final Transactions transactions;
  private final VerifyingFindings verifying;
  private final SampleActors actors;
  private final WorkingCalendar calendar;

  VerifyingPart(
      Transactions transactions,
      VerifyingFindings verifying,
      SampleActors actors,
      WorkingCalendar calendar) {
    this.transactions = transactions;
    this.verifying = verifying;
    this.actors = actors;
    this.calendar = calendar;
  }

  @Override
  public int hour() {
    return 10;
  }

  @Override
  public void act(HistoryDay day) {
    Map<Desk, List<Pending>> desks = new LinkedHashMap<>();
    transactions.call(
        connection -> {
          read(connection, day, desks);
          return null;
        });
    desks.forEach(
        (desk, findings) -> {
          int after = calendar.workingDaysBetween(findings.get(0).sweptOn(), day.day());
          if (after >= daysOf(desk)) {
            decide(desk.verifier(), findings);
          }
        });
  }

  private static void read(Connection connection, HistoryDay day, Map<Desk, List<Pending>> desks)
      throws SQLException {
    NamedStatement.of(PENDING)
        .with("first", day.first().atDay(1))
        .with("last", day.last().minusMonths(1).atDay(1))
        .each(
            connection,
            row -> {
              YearMonth month = YearMonth.from(row.getObject(2, LocalDate.class));
              Role verifier =
                  "UNIT".equals(row.getString(7)) ? Role.COUNTY_OFFICER : Role.COMMITTEE_OFFICER;
              Desk desk = new Desk(row.getString(1), month, verifier);
              LocalDate swept =
                  LocalDate.ofInstant(row.getTimestamp(6).toInstant(), ClockProducer.ZONE);
              return desks
                  .computeIfAbsent(desk, key -> new ArrayList<>())
                  .add(new Pending(row.getLong(3), row.getString(4), row.getString(5), swept));
            });
  }

  /** After how many working days the committee decides, and the county on its duties. */
  private static int daysOf(Desk desk) {
    Draw draw = Draw.of(desk.committee().hashCode(), desk.month().hashCode());
    return draw.chance(LATE) ? draw.between(8, 12) : draw.between(2, 7);
  }

  private void decide(Role verifier, List<Pending> findings) {
    Map<Decision, List<Long>> decisions = new LinkedHashMap<>();
    for (Pending one : findings) {
      double drawn = Draw.of(one.branch().hashCode(), one.item().hashCode(), one.id()).share();
      Decision decision =
          drawn < DISMISSED
              ? Decision.DISMISSED
              : drawn < DISMISSED + DATA_ERROR ? Decision.DATA_ERROR : Decision.CONFIRMED;
      decisions.computeIfAbsent(decision, key -> new ArrayList<>()).add(one.id());
    }
    decisions.forEach(
        (decision, ids) ->
            actors.as(
                verifier,
                () ->
                    verifying.verify(
                        ids, decision, reason(decision), SampleActors.name(verifier))));
  }

  private static String reason(Decision decision) {
    return switch (decision) {
      case CONFIRMED -> null;
      case DISMISSED -> "示例：已向上级说明，情况特殊";
      case DATA_ERROR -> "示例：填报数字有误，已通知更正";
    };
  }
}
