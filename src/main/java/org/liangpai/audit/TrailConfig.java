package org.liangpai.audit;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the trail goes outside of the database. */
@ConfigMapping(prefix = "liangpai.audit")
interface TrailConfig {

  /** The file of checkpoints; without it one in the data folder. */
  Optional<Path> checkpoints();

  /** Where each checkpoint is posted to, besides. */
  Optional<URI> webhook();

  /** Where a line of each checkpoint goes besides, as {@code tcp://host:port} or {@code udp://}. */
  Optional<URI> syslog();

  /** How often it is asked whether the checkpoint of the hour is written. */
  Duration checkpointEvery();
}
