package org.liangpai.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.liangpai.keys.Keyring;
import org.liangpai.security.CurrentViewer;

/** The audit trail without a container, for processes that are killed. */
public final class PlainTrail {

  private PlainTrail() {}

  /** Writes the trail. */
  public static Auditing auditing(DataSource source, CurrentViewer viewer, Clock clock) {
    return new Auditing(source, viewer, clock);
  }

  /** What is wrong with the trail, of which no checkpoints are written; nothing if it is intact. */
  public static List<Damage> damages(Connection connection) throws SQLException {
    Path nowhere = Path.of("target/no-trail");
    return new TrailCheck(
            new CheckpointFile(nowhere.resolve("checkpoints")), nowhere, Keyring.EMPTY)
        .on(connection).damages().stream()
            .filter(damage -> damage.kind() != Damage.Kind.CHECKPOINTS)
            .toList();
  }
}
