package org.liangpai.card;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Level;

/** The cards of the whole city in numbers, for monitoring; counted anew at most once a minute. */
@Singleton
class CardMetrics implements MeterBinder {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int CLEARED_DAYS = 30;

  /** Under which the ages of all open cards stand; the others are levels. */
  private static final String ALL = "ALL";

  private static final String SQL =
      """
      SELECT coalesce(level, 'ALL') AS level, count(*) FILTER (WHERE open) AS open,
          count(*) FILTER (WHERE overdue) AS overdue, count(*) FILTER (WHERE NOT open) AS cleared,
          coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY age) FILTER (WHERE open), 0) AS p50,
          coalesce(percentile_disc(0.9) WITHIN GROUP (ORDER BY age) FILTER (WHERE open), 0) AS p90
      FROM (SELECT c.level, c.status NOT IN ('CLEARED', 'WITHDRAWN') AS open, %s AS overdue,
                :today - c.issued_on AS age
            FROM card c
            WHERE c.status NOT IN ('CLEARED', 'WITHDRAWN') OR c.cleared_on > :since) AS cards
      GROUP BY GROUPING SETS ((level), ())
      """
          .formatted(ListingCards.OVERDUE);

  private record Figures(int open, int overdue, int cleared, int p50, int p90) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    static Figures read(ResultSet row) throws SQLException {
      return new Figures(
          row.getInt("open"),
          row.getInt("overdue"),
          row.getInt("cleared"),
          row.getInt("p50"),
          row.getInt("p90"));
    }
  }

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;
  private Map<String, Figures> counted = Map.of();
  private Instant countedAt = Instant.MIN;

  CardMetrics(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Level level : Level.values()) {
      count(registry, "liangpai.cards.open", "cards that stand", level, Figures::open);
      count(
          registry,
          "liangpai.cards.overdue",
          "cards of which an item is past its due day",
          level,
          Figures::overdue);
      count(
          registry,
          "liangpai.cards.cleared.recently",
          "cards cleared within the last 30 days",
          level,
          Figures::cleared);
    }
    age(registry, "p50", Figures::p50);
    age(registry, "p90", Figures::p90);
  }

  private void count(
      MeterRegistry registry,
      String name,
      String told,
      Level level,
      ToDoubleFunction<Figures> figure) {
    Gauge.builder(name, this, metrics -> figure.applyAsDouble(metrics.figures(level.name())))
        .description(told)
        .tag("level", level.name())
        .register(registry);
  }

  private void age(MeterRegistry registry, String percentile, ToDoubleFunction<Figures> figure) {
    Gauge.builder(
            "liangpai.cards.open.age.days",
            this,
            metrics -> figure.applyAsDouble(metrics.figures(ALL)))
        .description("days since the issue of the cards that stand")
        .tag("percentile", percentile)
        .register(registry);
  }

  private synchronized Figures figures(String level) {
    Instant now = clock.instant();
    if (countedAt.isAfter(now) || !countedAt.plus(FRESH).isAfter(now)) {
      counted = viewer.asService(() -> counts());
      countedAt = now;
    }
    return counted.getOrDefault(level, Figures.NONE);
  }

  private Map<String, Figures> counts() {
    LocalDate today = LocalDate.now(clock);
    Map<String, Figures> figures = new HashMap<>();
    transactions.call(
        connection -> {
          NamedStatement.of(SQL)
              .with("today", today)
              .with("since", today.minusDays(CLEARED_DAYS))
              .each(connection, row -> figures.put(row.getString("level"), Figures.read(row)));
          return null;
        });
    return figures;
  }
}
