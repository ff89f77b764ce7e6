package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.DatabaseFault;

/** The imports that run on this instance; everybody sees and cancels their own. */
@ApplicationScoped
public class ImportsUnderWay {

  private final Map<UUID, ImportUnderWay> running = new ConcurrentHashMap<>();
  private final CurrentViewer viewer;
  private final Clock clock;

  ImportsUnderWay(CurrentViewer viewer, Clock clock) {
    this.viewer = viewer;
    this.clock = clock;
  }

  /** Those of the viewer, the oldest first. */
  public List<ImportProgress> mine() {
    return running.values().stream()
        .filter(one -> one.isOf(viewer.account()))
        .map(ImportUnderWay::shown)
        .sorted(Comparator.comparing(ImportProgress::begunAt))
        .toList();
  }

  /** Cancels one of the viewer's; false if there is none of this id any more. */
  public boolean cancel(UUID id) {
    ImportUnderWay one = running.get(id);
    try {
      return one != null && one.isOf(viewer.account()) && one.cancel();
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  ImportUnderWay begin() {
    ImportUnderWay one = new ImportUnderWay(viewer.account(), OffsetDateTime.now(clock));
    running.put(one.id(), one);
    return one;
  }

  void end(ImportUnderWay one) {
    one.close();
    running.remove(one.id());
  }
}
