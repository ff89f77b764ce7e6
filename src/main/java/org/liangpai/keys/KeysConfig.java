package org.liangpai.keys;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the keys are, and by what values are sealed. */
@ConfigMapping(prefix = "liangpai.secrets")
interface KeysConfig {

  /** The keys themselves, the one in use last; then the service makes none. */
  Optional<String> key();

  /** The file of the keys; without it one in the data folder. */
  Optional<String> keyFile();

  /** AES-256-GCM or SM4-GCM. */
  String algorithm();
}
