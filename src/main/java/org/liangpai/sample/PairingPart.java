package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.pairing.ExchangeKind;
import org.liangpai.pairing.KeepingPairings;
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** The paired branches make a plan, meet, and do most of what they planned. */
@ApplicationScoped
class PairingPart implements HistoryPart {

  private static final int TO_PLAN = 3;
  private static final int TO_MEET = 12;
  private static final int TO_DO = 20;
  private static final double DONE = 0.7;

  private static final String BEGUN =
      "SELECT id FROM pairing WHERE ended_at IS NULL AND from_on = :from ORDER BY id";

  private static final String DUE =
      """
      SELECT s.pairing_id, s.id FROM pairing_step s JOIN pairing p ON p.id = s.pairing_id AND p.ended_at IS NULL
      WHERE s.done_on IS NULL AND s.due_on = :due ORDER BY s.id
      """;

  private record Step(long pairing, long id) {}

  private final Transactions transactions;
  private final KeepingPairings keeping;
  private final SampleActors actors;
  private final WorkingCalendar calendar;
  private final long seed;

  PairingPart(
      Transactions transactions,
      KeepingPairings keeping,
      SampleActors actors,
      WorkingCalendar calendar,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed) {
    this.transactions = transactions;
    this.keeping = keeping;
    this.actors = actors;
    this.calendar = calendar;
    this.seed = seed;
  }

  @Override
  public int hour() {
    return 16;
  }

  @Override
  public void act(HistoryDay day) {
    LocalDate due = calendar.plusWorkingDays(day.day(), TO_DO).day();
    for (long one : begunOn(calendar.plusWorkingDays(day.day(), -TO_PLAN).day())) {
      tries(() -> keeping.plan(one, "示例：一起开一次支部委员会会议", due));
      tries(() -> keeping.plan(one, "示例：一起理清党费和党员名册", due));
    }
    for (long one : begunOn(calendar.plusWorkingDays(day.day(), -TO_MEET).day())) {
      ExchangeKind kind = one % 2 == 0 ? ExchangeKind.VISIT : ExchangeKind.EXCHANGE;
      tries(() -> keeping.exchange(one, kind, day.day(), "示例：交流怎样开好组织生活会"));
    }
    for (Step step : due(day.day())) {
      if (Draw.of(seed, step.id(), PairingPart.class.getName().hashCode()).chance(DONE)) {
        tries(() -> keeping.complete(step.pairing(), step.id()));
      }
    }
  }

  private void tries(Runnable act) {
    actors.tries(Role.COMMITTEE_OFFICER, act);
  }

  private List<Long> begunOn(LocalDate day) {
    return transactions.call(
        connection ->
            NamedStatement.of(BEGUN).with("from", day).list(connection, row -> row.getLong(1)));
  }

  private List<Step> due(LocalDate day) {
    return transactions.call(
        connection ->
            NamedStatement.of(DUE)
                .with("due", day)
                .list(connection, row -> new Step(row.getLong(1), row.getLong(2))));
  }
}
