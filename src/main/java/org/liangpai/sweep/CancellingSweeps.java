package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.UUID;
import org.liangpai.security.CurrentViewer;

/** Asks runs to stop: one's own or, for whoever sees the whole city, any. */
@ApplicationScoped
@Named("cancelling")
public class CancellingSweeps {

  private final ReadingSweeps reading;
  private final Sweeps sweeps;
  private final CurrentViewer viewer;

  CancellingSweeps(ReadingSweeps reading, Sweeps sweeps, CurrentViewer viewer) {
    this.reading = reading;
    this.sweeps = sweeps;
    this.viewer = viewer;
  }

  /**
   * Asks a run to stop after the range that it is at; one that has ended stays as it is.
   *
   * @throws SweepRefused if somebody else started it and the viewer sees only a part of the city
   */
  public Sweep cancel(UUID id) {
    Sweep run = reading.get(id);
    if (run.status() == SweepStatus.RUNNING && !mayCancel(run)) {
      throw SweepRefused.startedByOthers(run.month());
    }
    sweeps.requestCancel(id, viewer.account());
    return reading.get(id);
  }

  /** Whether the viewer may ask a run to stop. What the calendar started is nobody's own. */
  public boolean mayCancel(Sweep run) {
    return viewer.scope().whole()
        || run.occasion() == Occasion.REQUESTED && run.requestedBy().equals(viewer.account());
  }
}
