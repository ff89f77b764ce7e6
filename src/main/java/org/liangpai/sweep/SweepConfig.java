package org.liangpai.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How the sweep runs. When it runs is decided by the cron expression {@code liangpai.sweep.cron}.
 */
@ConfigMapping(prefix = "liangpai.sweep")
interface SweepConfig {

  /**
   * When it is asked whether last month is to be swept: a cron expression in Chinese standard time.
   */
  String cron();

  /** How often interrupted runs are looked for. */
  Duration resumeEvery();

  /** How many branches are read, judged and stored at a time; bounds the memory of a run. */
  @WithDefault("500")
  int chunk();
}
