package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;

/** Looks up runs, each with the counts that the viewer may see. */
@ApplicationScoped
public class ReadingSweeps {

  private final Sweeps sweeps;
  private final SweepParts parts;

  ReadingSweeps(Sweeps sweeps, SweepParts parts) {
    this.sweeps = sweeps;
    this.parts = parts;
  }

  /** A run; a missing one is {@link NotFound}. */
  public Sweep get(UUID id) {
    return shown(sweeps.find(id)).orElseThrow(() -> new NotFound("排查", id));
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
    return Page.of(parts.shown(sweeps.list(month, after, Page.read(limit))), limit, Sweep::id);
  }

  /** The latest runs, at most so many, the latest first. */
  public List<Sweep> recent(int most) {
    return parts.shown(sweeps.list(Optional.empty(), Optional.empty(), most));
  }

  /** A run that has not ended, if any; that which was started first. */
  public Optional<Sweep> running() {
    return shown(sweeps.running().stream().findFirst());
  }

  /**
   * The latest run with results of the latest month that has one, if any: a month of long ago that
   * was swept again does not come before it.
   */
  public Optional<Sweep> latest() {
    return shown(sweeps.latestWithResults());
  }

  private Optional<Sweep> shown(Optional<Sweep> sweep) {
    return parts.shown(sweep.stream().toList()).stream().findFirst();
  }
}
