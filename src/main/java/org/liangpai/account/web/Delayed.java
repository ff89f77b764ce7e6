package org.liangpai.account.web;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.function.Supplier;

/** Does work after a while for which no thread waits. */
final class Delayed {

  private Delayed() {}

  static <T> Uni<T> by(Duration delay, Supplier<T> work) {
    Uni<Void> now = Uni.createFrom().voidItem();
    return (delay.isZero() ? now : now.onItem().delayIt().by(delay))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(waited -> work.get());
  }
}
