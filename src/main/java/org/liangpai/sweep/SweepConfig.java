package org.liangpai.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How the sweep runs. When it runs is decided by the cron expression {@code liangpai.sweep.cron}.
 */
@ConfigMapping(prefix = "liangpai.sweep")
interface SweepConfig {

  /** How many branches are read, judged and stored at a time; bounds the memory of a run. */
  @WithDefault("500")
  int chunk();
}
