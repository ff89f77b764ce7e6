package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.liangpai.branch.Branches;
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
  private final Branches roster;
  private final DataSource dataSource;
  private final Clock clock;
  private final long seed;
  private final int branches;
  private final int branchesAPart;

  LoadingSample(
      Importing importing,
      StartingSweeps starting,
      ReadingSweeps sweeps,
      SampleHistory history,
      Units units,
      Branches roster,
      DataSource dataSource,
      Clock clock,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed,
      @ConfigProperty(name = "liangpai.sample.branches", defaultValue = "1637") int branches,
      @ConfigProperty(name = "liangpai.sample.branches-a-part", defaultValue = "10000")
          int branchesAPart) {
    this.importing = importing;
    this.starting = starting;
    this.sweeps = sweeps;
    this.history = history;
    this.units = units;
    this.roster = roster;
    this.dataSource = dataSource;
    this.clock = clock;
    this.seed = seed;
    this.branches = branches;
    this.branchesAPart = branchesAPart;
  }

  /**
   * Loads and sweeps the city if there is no unit on file, in parts, as one import takes only so
   * much. If a process ended before the sweep, what is missing is loaded, and the city is swept. Of
   * two processes that start at once, the second waits and finds it done.
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
    boolean isEmpty = units.list("", 1).items().isEmpty();
    boolean isUnfinished = units.exists(SampleUnits.CITY) && sweeps.recent(1).isEmpty();
    Optional<Duration> took =
        isEmpty || isUnfinished ? load(city.parts(branchesAPart)) : Optional.empty();
    return new Loaded(took, sweep(city));
  }

  /** What an earlier start has loaded is left out; how long the rest took, if there was any. */
  private Optional<Duration> load(List<SampleCity> parts) {
    List<SampleCity> missing =
        parts.stream().filter(part -> roster.find(part.lastBranchCode()).isEmpty()).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    LOG.info("Loading the sample city in the background");
    long start = System.nanoTime();
    for (SampleCity part : missing) {
      load(part);
      if (parts.size() > 1) {
        LOG.infof("示例市已载入到支部%s（共%d个支部）", part.lastBranchCode(), branches);
      }
    }
    history.begin(LocalDate.now(clock));
    return Optional.of(Duration.ofNanos(System.nanoTime() - start));
  }

  private void load(SampleCity part) {
    ImportReport report = importing.importRows(part.sources(), part.rosterSince());
    if (report.errorCount() > 0) {
      throw new IllegalStateException(
          "示例市有%d行没有被接受，第一处：%s".formatted(report.errorCount(), report.errors().get(0)));
    }
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
