package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.crosscheck.Answer;
import org.liangpai.crosscheck.AnsweringCrossChecks;
import org.liangpai.security.Role;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** The counties check what was drawn of one another, some of it a day; a few find it different. */
@ApplicationScoped
class CrossCheckPart implements HistoryPart {

  private static final double ANSWERED = 0.9;
  private static final double DIFFERENT = 0.06;

  private static final String WAITING =
      """
      SELECT s.cross_check_id, s.id, s.checker FROM cross_check_sample s
      JOIN cross_check c ON c.id = s.cross_check_id
      WHERE s.answer IS NULL AND CAST(c.drawn_at AT TIME ZONE :zone AS date) + 2 + CAST(s.id % 14 AS integer) = :today
      ORDER BY s.id
      """;

  private record Waiting(long check, long sample, String checker) {}

  private final Transactions transactions;
  private final AnsweringCrossChecks answering;
  private final SampleActors actors;
  private final long seed;

  CrossCheckPart(
      Transactions transactions,
      AnsweringCrossChecks answering,
      SampleActors actors,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed) {
    this.transactions = transactions;
    this.answering = answering;
    this.actors = actors;
    this.seed = seed;
  }

  @Override
  public int hour() {
    return 16;
  }

  @Override
  public void act(HistoryDay day) {
    for (Waiting one : waiting(day.day())) {
      Draw draw = Draw.of(seed, one.sample(), CrossCheckPart.class.getName().hashCode());
      if (draw.chance(ANSWERED)) {
        boolean differs = draw.chance(DIFFERENT);
        actors.tries(
            Role.COUNTY_OFFICER,
            one.checker(),
            () ->
                answering.answer(
                    one.check(),
                    one.sample(),
                    differs ? Answer.DIFFERS : Answer.AGREES,
                    differs ? "示例：会议记录与上报的日期不一致" : null));
      }
    }
  }

  private List<Waiting> waiting(LocalDate today) {
    return transactions.call(
        connection ->
            NamedStatement.of(WAITING)
                .with("zone", ClockProducer.ZONE.getId())
                .with("today", today)
                .list(
                    connection,
                    row -> new Waiting(row.getLong(1), row.getLong(2), row.getString(3))));
  }
}
