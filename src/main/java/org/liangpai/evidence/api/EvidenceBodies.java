package org.liangpai.evidence.api;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.liangpai.evidence.EvidenceLimits;
import org.liangpai.shared.LargeRoute;

/** A file of evidence may be as large as files are taken, with the fields beside it. */
@Singleton
class EvidenceBodies implements LargeRoute {

  private static final Pattern PATH =
      Pattern.compile("/api/cards/[^/]+/evidence|/cards/[^/]+/evidence/file");
  private static final long FIELDS = 1L << 20;

  private final EvidenceLimits limits;

  EvidenceBodies(EvidenceLimits limits) {
    this.limits = limits;
  }

  @Override
  public boolean takes(String path, String contentType) {
    return contentType != null
        && contentType.startsWith("multipart/form-data")
        && PATH.matcher(path).matches();
  }

  @Override
  public long largest() {
    return limits.largest() + FIELDS;
  }
}
