package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The checkpoint that this service wrote last. It remembers it: if somebody takes it out of table
 * and file while the service runs, the next one leaves a gap for good.
 */
@ApplicationScoped
class LastCheckpoint {

  /**
   * A checkpoint by its number and line.
   *
   * @param number 0 in one from before they were numbered
   */
  record Written(long number, String line) {

    static final Written NONE = new Written(0, null);

    String hash() {
      return line == null ? Checkpoint.NO_LINE : Checkpoint.hashOf(line);
    }
  }

  private final AtomicReference<Written> written = new AtomicReference<>(Written.NONE);

  void remember(Written last) {
    written.set(last);
  }

  /** The later of this one and the one that is remembered. */
  Written orLater(Written other) {
    Written remembered = written.get();
    return other.number() >= remembered.number() ? other : remembered;
  }
}
