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
import org.liangpai.shared.StartFaults;
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
  private final StartFaults faults;
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
      StartFaults faults,
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
    this.faults = faults;
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
        tell("启动时的工作（载入示例市、首次排查、补做经过）没有完成：%s。已完成的部分保留，下次启动会接着做".formatted(fault.getMessage()));
        LOG.error("What is done beside the start has failed", fault);
      }
    }
  }

  /** On the console and on every page: nobody reads the log first. */
  private void tell(String fault) {
    Terminal.err().println(fault);
    faults.tell(fault);
  }

  private void awaitEnd(Sweep started) throws InterruptedException {
    while (sweeps.get(started.id()).status() == SweepStatus.RUNNING) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
    if (sweeps.get(started.id()).status() == SweepStatus.FAILED) {
      tell("首次排查没有完成，请在“排查”页重新发起，或把日志交给维护人员");
    }
  }
}
