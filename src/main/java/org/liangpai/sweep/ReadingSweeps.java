package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;

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

  /**
   * A page of the runs, the latest first; of one month if given.
   *
   * @param after the run after which to go on
   * @throws Invalid if there is no such run
   */
  public Page<Sweep> list(Optional<YearMonth> month, Optional<UUID> after, int limit) {
    if (after.isPresent() && sweeps.find(after.get()).isEmpty()) {
      throw new Invalid("after", "没有编号为“" + after.get() + "”的排查，请使用上一页返回的 next");
    }
    return Page.of(sweeps.list(month, after, Page.read(limit)), limit, Sweep::id);
  }

  /** The latest runs, at most so many, the latest first. */
  public List<Sweep> recent(int most) {
    return sweeps.list(Optional.empty(), Optional.empty(), most);
  }

  /** A run that has not ended, if any; that which was started first. */
  public Optional<Sweep> running() {
    return sweeps.running().stream().findFirst();
  }

  /** The latest run that has ended with results, if any. */
  public Optional<Sweep> latest() {
    return sweeps.latestWithResults();
  }

  /** Asks a run to stop after the range that it is at; one that has ended stays as it is. */
  public Sweep cancel(UUID id, String by) {
    get(id);
    sweeps.requestCancel(id, by);
    return get(id);
  }
}
