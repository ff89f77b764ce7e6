package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.accountability.AnsweringMeasure;
import org.liangpai.accountability.CaseStatus;
import org.liangpai.accountability.DecidingCases;
import org.liangpai.accountability.Opening;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** The city decides on what was proposed to it, and keeps what came of it. */
@ApplicationScoped
class CasesPart implements HistoryPart {

  private static final double OPENED = 0.6;
  private static final double DECLINED = 0.2;
  private static final int TO_DECIDE = 3;
  private static final int TO_CONCLUDE = 8;

  private static final String CASES =
      """
      SELECT id, status, proposed_measure FROM accountability_case
      WHERE status = 'PROPOSED' AND CAST(proposed_at AT TIME ZONE 'Asia/Shanghai' AS date) = :proposed
          OR status = 'OPEN' AND decided_on = :decided ORDER BY id
      """;

  private record Case(long id, CaseStatus status, AnsweringMeasure measure) {}

  private final Transactions transactions;
  private final DecidingCases deciding;
  private final SampleActors actors;
  private final WorkingCalendar calendar;
  private final long seed;

  CasesPart(
      Transactions transactions,
      DecidingCases deciding,
      SampleActors actors,
      WorkingCalendar calendar,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed) {
    this.transactions = transactions;
    this.deciding = deciding;
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
    LocalDate today = day.day();
    List<Case> cases =
        transactions.call(
            connection ->
                NamedStatement.of(CASES)
                    .with("proposed", calendar.plusWorkingDays(today, -TO_DECIDE).day())
                    .with("decided", calendar.plusWorkingDays(today, -TO_CONCLUDE).day())
                    .list(
                        connection,
                        row ->
                            new Case(
                                row.getLong(1),
                                CaseStatus.valueOf(row.getString(2)),
                                row.getString(3) == null
                                    ? AnsweringMeasure.TALK
                                    : AnsweringMeasure.valueOf(row.getString(3)))));
    cases.forEach(one -> actors.tries(Role.CITY_OFFICER, () -> act(one, today)));
  }

  private void act(Case one, LocalDate today) {
    double lot = Draw.of(seed, one.id()).share();
    if (one.status() == CaseStatus.OPEN) {
      deciding.conclude(one.id(), "示例：已约谈，限期整改", today);
    } else if (lot < OPENED) {
      deciding.open(one.id(), new Opening(one.measure(), "党组织书记", "示例：由市委组织部办理", today));
    } else if (lot < OPENED + DECLINED) {
      deciding.decline(one.id(), "示例：正在整改，暂不问责", today);
    }
  }
}
