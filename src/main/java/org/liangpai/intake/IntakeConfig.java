package org.liangpai.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What the intake keeps outside of the database. */
@ConfigMapping(prefix = "liangpai")
interface IntakeConfig {

  /** The data directory; failed rows are kept in its folder {@code imports}. */
  @WithDefault("data")
  Path dataDir();
}
