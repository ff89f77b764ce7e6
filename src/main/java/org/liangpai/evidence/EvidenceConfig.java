package org.liangpai.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What files are taken as evidence, where they are kept, and who looks for viruses in them. */
@ConfigMapping(prefix = "liangpai.evidence")
public interface EvidenceConfig {

  /** Where files are kept. */
  enum Place {
    FOLDER,
    S3
  }

  /** Who looks for viruses. */
  enum Scanner {
    NONE,
    CLAMD
  }

  /** The largest file. */
  @WithDefault("20M")
  MemorySize largest();

  /** How large a document may become when it is opened. */
  @WithDefault("300M")
  MemorySize largestUnpacked();

  /** How many pieces of evidence a line may have, withdrawn ones included. */
  @WithDefault("20")
  int mostOfLine();

  /** The types that are taken. */
  @WithDefault("pdf,ofd,jpeg,png,docx,xlsx,doc,xls")
  Set<FileType> types();

  @WithDefault("folder")
  Place store();

  /** The folder of the files; without it one in the data folder. */
  Optional<Path> folder();

  S3 s3();

  @WithDefault("none")
  Scanner scanner();

  Clamd clamd();

  /** When files without a row are removed: a cron expression in Chinese standard time. */
  String cleaningCron();

  /** A store that speaks S3. */
  interface S3 {

    /** The address of the store; without it that of the region. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> bucket();

    /** What the keys of all objects begin with. */
    @WithDefault("evidence/")
    String prefix();

    Optional<String> accessKey();

    Optional<String> secretKey();
  }

  /** A ClamAV daemon. */
  interface Clamd {

    @WithDefault("127.0.0.1")
    String host();

    @WithDefault("3310")
    int port();

    @WithDefault("PT30S")
    Duration timeout();

    /**
     * Whether files are refused while it does not answer; otherwise they are marked as unscanned.
     */
    @WithDefault("true")
    boolean required();
  }
}
