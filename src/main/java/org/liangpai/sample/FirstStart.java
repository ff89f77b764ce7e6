package org.liangpai.sample;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.StartWorkDone;
import org.liangpai.shared.Terminal;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatus;

/**
 * Loads and sweeps the sample city if there is nothing yet, and tells in a few lines what is there.
 * All of it happens beside the start, which it does not hold up.
 */
@ApplicationScoped
class FirstStart {

  private static final Logger LOG = Logger.getLogger(FirstStart.class);
  private static final long LOOK_AGAIN_MILLIS = 200;

  private final LoadingSample loading;
  private final ReadingSweeps sweeps;
  private final Summary summary;
  private final SampleAccounts accounts;
  private final SampleHistory history;
  private final CurrentViewer viewer;
  private final Event<StartWorkDone> done;
  private final boolean enabled;
  private final boolean summaryWanted;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "first-start"));

  FirstStart(
      LoadingSample loading,
      ReadingSweeps sweeps,
      Summary summary,
      SampleAccounts accounts,
      SampleHistory history,
      CurrentViewer viewer,
      Event<StartWorkDone> done,
      @ConfigProperty(name = "liangpai.sample", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "liangpai.start-summary", defaultValue = "true")
          boolean summaryWanted) {
    this.loading = loading;
    this.sweeps = sweeps;
    this.summary = summary;
    this.accounts = accounts;
    this.history = history;
    this.viewer = viewer;
    this.done = done;
    this.enabled = enabled;
    this.summaryWanted = summaryWanted;
  }

  void begin(@Observes StartupEvent event) {
    executor.execute(() -> viewer.asService(this::run));
  }

  /** An interrupted import is rolled back; an interrupted sweep is continued by the next start. */
  void end(@Observes ShutdownEvent event) {
    executor.shutdownNow();
  }

  private void run() {
    try {
      LoadingSample.Loaded loaded = enabled ? loading.loadIfEmpty() : LoadingSample.Loaded.NOTHING;
      if (loaded.sweep().isPresent()) {
        awaitEnd(loaded.sweep().get());
      }
      if (enabled) {
        accounts.begin();
      }
      if (summaryWanted) {
        Terminal.out().print(summary.of(sweeps.latest(), loaded.importing()));
      }
      if (enabled && history.make()) {
        // What the history left open is seen again in the last month.
        loading.sweepAgain();
      }
      done.fire(new StartWorkDone());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException fault) {
      if (!executor.isShutdown()) {
        LOG.error(
            "The sample city could not be loaded or swept; the next start tries again", fault);
      }
    }
  }

  private void awaitEnd(Sweep started) throws InterruptedException {
    while (sweeps.get(started.id()).status() == SweepStatus.RUNNING) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }
}
