package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liangpai.shared.NotFound;

/** Looks up runs, and asks them to stop. */
@ApplicationScoped
public class ReadingSweeps {

  private final Sweeps sweeps;

  ReadingSweeps(Sweeps sweeps) {
    this.sweeps = sweeps;
  }

  /** A run; a missing one is {@link NotFound}. */
  public Sweep get(UUID id) {
    return sweeps.find(id).orElseThrow(() -> new NotFound("排查", id));
  }

  /** The runs, the latest first; of one month if given. */
  public List<Sweep> list(Optional<YearMonth> month) {
    return sweeps.list(month);
  }

  /** The latest run that has ended with results, if any. */
  public Optional<Sweep> latest() {
    return sweeps.list(Optional.empty()).stream()
        .filter(one -> one.status() == SweepStatus.DONE || one.status() == SweepStatus.PARTIAL)
        .findFirst();
  }

  /** Asks a run to stop after the range that it is at; one that has ended stays as it is. */
  public Sweep cancel(UUID id, String by) {
    get(id);
    sweeps.requestCancel(id, by);
    return get(id);
  }
}
