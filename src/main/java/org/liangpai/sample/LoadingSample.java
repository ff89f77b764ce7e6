package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.liangpai.branch.Units;
import org.liangpai.intake.ImportReport;
import org.liangpai.intake.Importing;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.StartingSweeps;
import org.liangpai.sweep.Sweep;

/** Loads the sample city into an empty database and starts its first sweep. */
@ApplicationScoped
class LoadingSample {

  private static final Logger LOG = Logger.getLogger(LoadingSample.class);
  private static final String BY = "示例";

  /** Any number will do that no other lock of the service uses. */
  private static final long LOCK = 7_230_012;

  /**
   * What was done.
   *
   * @param importing how long the import took, if there was one
   * @param sweep the sweep that is under way, if one is
   */
  record Loaded(Optional<Duration> importing, Optional<Sweep> sweep) {

    static final Loaded NOTHING = new Loaded(Optional.empty(), Optional.empty());
  }

  private final Importing importing;
  private final StartingSweeps starting;
  private final ReadingSweeps sweeps;
  private final SampleHistory history;
  private final Units units;
  private final DataSource dataSource;
  private final Clock clock;
  private final long seed;
  private final int branches;

  LoadingSample(
      Importing importing,
      StartingSweeps starting,
      ReadingSweeps sweeps,
      SampleHistory history,
      Units units,
      DataSource dataSource,
      Clock clock,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed,
      @ConfigProperty(name = "liangpai.sample.branches", defaultValue = "1637") int branches) {
    this.importing = importing;
    this.starting = starting;
    this.sweeps = sweeps;
    this.history = history;
    this.units = units;
    this.dataSource = dataSource;
    this.clock = clock;
    this.seed = seed;
    this.branches = branches;
  }

  /**
   * Loads and sweeps the city if there is no unit on file. If a process ended between the two, the
   * city is only swept. Of two processes that start at once, the second waits and finds it done.
   */
  Loaded loadIfEmpty() throws SQLException {
    try (Connection lock = dataSource.getConnection()) {
      ask(lock, "SELECT pg_advisory_lock(?)");
      try {
        return loadLocked();
      } finally {
        ask(lock, "SELECT pg_advisory_unlock(?)");
      }
    }
  }

  private Loaded loadLocked() {
    SampleCity city = SampleCity.asOf(LocalDate.now(clock), seed, branches);
    Optional<Duration> took = Optional.empty();
    if (units.list("", 1).items().isEmpty()) {
      LOG.info("The database is empty: loading the sample city in the background");
      long start = System.nanoTime();
      ImportReport report = importing.importRows(city.sources(), city.rosterSince());
      history.begin(LocalDate.now(clock));
      took = Optional.of(Duration.ofNanos(System.nanoTime() - start));
      if (report.errorCount() > 0) {
        LOG.errorf(
            "%d rows of the sample city were refused, the first: %s",
            report.errorCount(), report.errors().get(0));
      }
    }
    return new Loaded(took, sweep(city));
  }

  /**
   * The first sweep: started now, or by a process that ended before it and taken up by this one.
   */
  private Optional<Sweep> sweep(SampleCity city) {
    if (sweeps.recent(1).isEmpty() && units.exists(SampleUnits.CITY)) {
      return Optional.of(starting.start(city.lastMonth(), Occasion.REQUESTED, BY));
    }
    return sweeps.running();
  }

  /** Sweeps the last month again. */
  void sweepAgain() {
    starting.start(
        SampleCity.asOf(LocalDate.now(clock), seed, branches).lastMonth(), Occasion.REQUESTED, BY);
  }

  private static void ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }
}
