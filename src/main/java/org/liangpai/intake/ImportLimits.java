package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much one account may import, on this instance: imports wait for one another, and nobody is to
 * fill the queue alone.
 */
@ApplicationScoped
class ImportLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** When somebody who has too many under way may hope that one is done. */
  private static final Duration SOON = Duration.ofSeconds(4);

  /** The imports of an account: how many are under way, and when those of a minute began. */
  private static final class Imports {
    private final Deque<Instant> begun = new ArrayDeque<>();
    private int underWay;
  }

  private final Map<String, Imports> byAccount = new HashMap<>();
  private final int mostAtATime;
  private final int mostAMinute;
  private final Clock clock;

  ImportLimits(
      @ConfigProperty(name = "liangpai.intake.imports-at-a-time", defaultValue = "3")
          int mostAtATime,
      @ConfigProperty(name = "liangpai.intake.imports-a-minute", defaultValue = "30")
          int mostAMinute,
      Clock clock) {
    this.mostAtATime = mostAtATime;
    this.mostAMinute = mostAMinute;
    this.clock = clock;
  }

  /**
   * Counts an import that begins.
   *
   * @throws ImportRefused if it would be one too many
   */
  synchronized void begin(String account) {
    Instant now = clock.instant();
    forget(now.minus(MINUTE));
    Imports imports = byAccount.computeIfAbsent(account, first -> new Imports());
    if (imports.underWay >= mostAtATime) {
      throw ImportRefused.tooManyAtATime(mostAtATime, SOON);
    }
    if (imports.begun.size() >= mostAMinute) {
      Instant free = imports.begun.getFirst().plus(MINUTE);
      throw ImportRefused.tooManyAMinute(mostAMinute, Duration.between(now, free));
    }
    imports.underWay++;
    imports.begun.addLast(now);
  }

  /** Counts an import that began as ended. */
  synchronized void end(String account) {
    byAccount.get(account).underWay--;
  }

  private void forget(Instant before) {
    byAccount
        .values()
        .removeIf(
            imports -> {
              imports.begun.removeIf(at -> !at.isAfter(before));
              return imports.begun.isEmpty() && imports.underWay == 0;
            });
  }
}
