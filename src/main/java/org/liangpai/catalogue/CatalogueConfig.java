package org.liangpai.catalogue;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the list and the rules come from. */
@ConfigMapping(prefix = "liangpai")
interface CatalogueConfig {

  /** A folder with a city's own list files; the packaged ones if absent. */
  Optional<Path> warningListDir();

  /** A folder with a city's own rule files; the packaged ones if absent. */
  Optional<Path> rulesDir();
}
