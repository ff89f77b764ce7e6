package org.liangpai.account.api;

import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Does work that blocks, if need be after a while for which no thread waits. */
@ApplicationScoped
class Waiting {

  private final BlockingSecurityExecutor executor;

  Waiting(BlockingSecurityExecutor executor) {
    this.executor = executor;
  }

  <T> Uni<T> blocking(Supplier<T> work) {
    return executor.executeBlocking(work);
  }

  /** The same, as long after as is told then. */
  <T> Uni<T> blocking(Supplier<Duration> delay, Supplier<T> work) {
    return blocking(delay).chain(wait -> wait.isZero() ? blocking(work) : after(wait, work));
  }

  private <T> Uni<T> after(Duration wait, Supplier<T> work) {
    return Uni.createFrom().voidItem().onItem().delayIt().by(wait).chain(waited -> blocking(work));
  }
}
