package org.liangpai.notice;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configurations of notices that differ from the one of the tests. */
final class NoticeConfigs {

  private static final Map<String, String> USUAL =
      Map.of(
          "mail", "true",
          "rhythm", "DIGEST",
          "digest-at", "08:30",
          "quiet-from", "21:00",
          "quiet-to", "07:30",
          "robot-hosts", "127.0.0.1",
          "every", "PT30S");

  private NoticeConfigs() {}

  /** The usual one but for a property. */
  static NoticeConfig with(String property, String value) {
    Map<String, String> all = new HashMap<>();
    USUAL.forEach((name, usual) -> all.put("liangpai.notice." + name, usual));
    all.put("liangpai.notice." + property, value);
    return new SmallRyeConfigBuilder()
        .withMapping(NoticeConfig.class)
        .withSources(new PropertiesConfigSource(all, "test", 0))
        .build()
        .getConfigMapping(NoticeConfig.class);
  }
}
