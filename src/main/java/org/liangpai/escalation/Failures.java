package org.liangpai.escalation;

/** What failed of work in parts: one part that fails does not keep the others from being done. */
final class Failures {

  private RuntimeException first;

  /** Does a part. */
  void spare(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException failed) {
      if (first == null) {
        first = failed;
      } else {
        first.addSuppressed(failed);
      }
    }
  }

  /** Tells of the first failure, if there was one, now that all parts were tried. */
  void end() {
    if (first != null) {
      throw first;
    }
  }
}
