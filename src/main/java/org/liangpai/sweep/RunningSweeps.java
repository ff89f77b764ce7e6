package org.liangpai.sweep;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.SimulatedTime;

/**
 * Runs begun sweeps in the background, one process at a time for each: whoever holds the run's
 * advisory lock runs it. The lock falls with the process, so another one, or the next start, takes
 * an interrupted run up where it stood.
 */
@ApplicationScoped
public class RunningSweeps {

  private static final Logger LOG = Logger.getLogger(RunningSweeps.class);

  private final Sweeps sweeps;
  private final SweepRun run;
  private final DataSource dataSource;
  private final CurrentViewer viewer;
  private final Clock clock;
  private final SimulatedTime simulated;
  private final Set<UUID> here = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "sweep"));
  private volatile boolean stopping;

  RunningSweeps(
      Sweeps sweeps,
      SweepRun run,
      DataSource dataSource,
      CurrentViewer viewer,
      Clock clock,
      SimulatedTime simulated) {
    this.sweeps = sweeps;
    this.run = run;
    this.dataSource = dataSource;
    this.viewer = viewer;
    this.clock = clock;
    this.simulated = simulated;
  }

  /** Runs a begun sweep, unless it is being run somewhere. */
  void run(UUID id) {
    if (here.add(id)) {
      executor.execute(
          simulated.carried(
              () -> {
                try {
                  runLocked(id);
                } finally {
                  here.remove(id);
                }
              }));
    }
  }

  /** Takes up every run that was interrupted by the end of its process. */
  public void resume() {
    sweeps.running().forEach(sweep -> run(sweep.id()));
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    executor.shutdown();
  }

  private void runLocked(UUID id) {
    try (Connection lock = dataSource.getConnection()) {
      if (!tryLock(lock, id)) {
        return;
      }
      try {
        runToItsEnd(id);
      } finally {
        unlock(lock, id);
      }
    } catch (SQLException fault) {
      LOG.errorf(fault, "Sweep %s could not be locked; it is tried again later", id);
    }
  }

  private void runToItsEnd(UUID id) {
    try {
      viewer.asService(() -> run.execute(id, () -> stopping));
    } catch (RuntimeException fault) {
      if (stopping) {
        LOG.infof(
            "Sweep %s was interrupted by the end of the service; the next start continues it", id);
        return;
      }
      LOG.errorf(fault, "Sweep %s failed; what it stored stays, the month can be swept again", id);
      sweeps.finish(id, SweepStatus.FAILED, clock.instant(), fault.getMessage());
    }
  }

  private static boolean tryLock(Connection connection, UUID id) throws SQLException {
    return ask(connection, "SELECT pg_try_advisory_lock(?)", id);
  }

  private static void unlock(Connection connection, UUID id) throws SQLException {
    ask(connection, "SELECT pg_advisory_unlock(?)", id);
  }

  private static boolean ask(Connection connection, String sql, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id.getMostSignificantBits() ^ id.getLeastSignificantBits());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
      }
    }
  }
}
