package org.liangpai.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is taken as evidence, for those who receive it and those who are told. */
@ApplicationScoped
public class EvidenceLimits {

  private static final int MEGABYTE = 1 << 20;

  private final EvidenceConfig config;

  EvidenceLimits(EvidenceConfig config) {
    this.config = config;
  }

  /** The largest file in bytes. */
  public long largest() {
    return config.largest().asLongValue();
  }

  /** What is taken, in one sentence. */
  public String sentence() {
    String types = types().map(FileType::label).collect(Collectors.joining("、"));
    return types + "，每个不超过" + largest() / MEGABYTE + "MB，每个情形最多" + config.mostOfLine() + "件";
  }

  /** The endings that a browser offers to choose. */
  public String accept() {
    return types().map(type -> "." + type.extension()).collect(Collectors.joining(","));
  }

  private Stream<FileType> types() {
    return Arrays.stream(FileType.values()).filter(config.types()::contains);
  }
}
