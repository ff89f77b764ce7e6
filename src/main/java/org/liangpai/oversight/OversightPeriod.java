package org.liangpai.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Parameters;

/** What is looked at unless somebody says otherwise: the last three months. */
@ApplicationScoped
public class OversightPeriod {

  private static final int MONTHS = 3;

  private final Clock clock;

  OversightPeriod(Clock clock) {
    this.clock = clock;
  }

  /** The filter that a request asks for. */
  public OversightFilter filter(Optional<String> unit, String from, String to) {
    LocalDate last =
        Parameters.optionalDay("to", to)
            .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE));
    LocalDate first =
        Parameters.optionalDay("from", from).orElseGet(() -> last.minusMonths(MONTHS).plusDays(1));
    return new OversightFilter(unit, first, last);
  }
}
