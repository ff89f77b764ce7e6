package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.keys.Keyring;
import org.liangpai.keys.Keys;

/** Where checkpoints and archives lie. */
@ApplicationScoped
class TrailFolder {

  private static final String CHECKPOINTS = "audit-checkpoints.jsonl";
  private static final String ARCHIVES = "audit-archive";

  private final Path checkpoints;
  private final Path archives;
  private final Keys keys;

  TrailFolder(
      @ConfigProperty(name = "liangpai.data-dir", defaultValue = "data") Path data,
      TrailConfig config,
      Keys keys) {
    this.keys = keys;
    this.checkpoints = config.checkpoints().orElseGet(() -> data.resolve(CHECKPOINTS));
    this.archives = data.resolve(ARCHIVES);
  }

  CheckpointFile checkpoints() {
    return new CheckpointFile(checkpoints);
  }

  ArchiveFile archive(String name) {
    return new ArchiveFile(archives.resolve(name));
  }

  TrailCheck check() {
    return new TrailCheck(checkpoints(), archives, keys.keyring());
  }

  /** The same without a running service. */
  static TrailCheck check(Path data, String checkpoints, Keyring keys) {
    Path file = checkpoints == null ? data.resolve(CHECKPOINTS) : Path.of(checkpoints);
    return new TrailCheck(new CheckpointFile(file), data.resolve(ARCHIVES), keys);
  }
}
