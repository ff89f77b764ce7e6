package org.liangpai.sample;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.SimulatedTime;
import org.liangpai.shared.Transactions;

/**
 * Some months of history of the sample city: its months are swept, verified, carded and rectified
 * day by day, by the services of the product, so that every list has something to show. The last
 * month is left to whoever tries the service.
 */
@ApplicationScoped
class SampleHistory {

  private static final Logger LOG = Logger.getLogger(SampleHistory.class);

  /** How many months before the last are swept in it. */
  private static final int MONTHS = 5;

  /** Any number will do that no other lock of the service uses. */
  private static final long LOCK = 7_230_013;

  private final List<HistoryPart> parts;
  private final SampleSupervision supervision;
  private final SampleInboxes inboxes;
  private final Transactions transactions;
  private final DataSource dataSource;
  private final WorkingCalendar calendar;
  private final SimulatedTime time;

  SampleHistory(
      @All List<HistoryPart> parts,
      SampleSupervision supervision,
      SampleInboxes inboxes,
      Transactions transactions,
      DataSource dataSource,
      WorkingCalendar calendar,
      SimulatedTime time) {
    this.parts = parts.stream().sorted(Comparator.comparingInt(HistoryPart::hour)).toList();
    this.supervision = supervision;
    this.inboxes = inboxes;
    this.transactions = transactions;
    this.dataSource = dataSource;
    this.calendar = calendar;
    this.time = time;
  }

  /** What is missing: the next day, and the first that does not belong to it. */
  private record Span(LocalDate next, LocalDate end) {}

  /**
   * Says that there is to be a history.
   *
   * @param today the first day that does not belong to it
   */
  void begin(LocalDate today) {
    transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    INSERT INTO sample_history (from_on, next_on, end_on) VALUES (:from, :from, :end)
                    ON CONFLICT ON CONSTRAINT pk_sample_history DO NOTHING
                    """)
                .with("from", YearMonth.from(today).minusMonths(MONTHS).atDay(1))
                .with("end", today)
                .execute(connection));
  }

  /**
   * Makes what is missing of the history that was begun.
   *
   * @return whether anything was made; not if another process makes it
   */
  boolean make() throws SQLException {
    try (Connection lock = dataSource.getConnection()) {
      if (!ask(lock, "SELECT pg_try_advisory_lock(?)")) {
        return false;
      }
      try {
        Optional<Span> span = span();
        span.ifPresent(this::make);
        if (span.isPresent()) {
          supervision.begin();
          inboxes.settle();
        }
        return span.isPresent();
      } finally {
        ask(lock, "SELECT pg_advisory_unlock(?)");
      }
    }
  }

  private void make(Span span) {
    YearMonth last = YearMonth.from(span.end()).minusMonths(1);
    YearMonth first = last.minusMonths(MONTHS);
    long start = System.nanoTime();
    for (LocalDate day = span.next(); day.isBefore(span.end()); day = day.plusDays(1)) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (calendar.isWorkingDay(day)) {
        act(new HistoryDay(day, first, last));
      }
      keep(day.plusDays(1));
    }
    LOG.infof(
        "The history of the sample city is made, in %d s",
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  private void act(HistoryDay day) {
    for (HistoryPart part : parts) {
      time.at(
          day.day().atTime(part.hour(), 0).atZone(ClockProducer.ZONE).toInstant(),
          () -> part.act(day));
    }
  }

  private Optional<Span> span() {
    return transactions
        .call(
            connection ->
                NamedStatement.of(
                        "SELECT next_on, end_on FROM sample_history WHERE next_on < end_on")
                    .list(
                        connection,
                        row ->
                            new Span(
                                row.getObject(1, LocalDate.class),
                                row.getObject(2, LocalDate.class))))
        .stream()
        .findFirst();
  }

  private void keep(LocalDate next) {
    transactions.call(
        connection ->
            NamedStatement.of("UPDATE sample_history SET next_on = :next")
                .with("next", next)
                .execute(connection));
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }
}
