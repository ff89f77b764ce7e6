package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.warninglist.WarningItem;

/** Starts a sweep: two starts for one month at once are one run. */
@ApplicationScoped
public class StartingSweeps {

  private final Sweeps sweeps;
  private final RunningSweeps running;
  private final SweepTransactions transactions;
  private final Catalogue catalogue;
  private final Clock clock;

  StartingSweeps(
      Sweeps sweeps,
      RunningSweeps running,
      SweepTransactions transactions,
      Catalogue catalogue,
      Clock clock) {
    this.sweeps = sweeps;
    this.running = running;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Starts a sweep of a month, or gives the one that is running.
   *
   * @throws SweepRefused if the month is not over
   */
  public Sweep start(YearMonth month, Occasion occasion, String by) {
    LocalDate today = LocalDate.now(clock);
    if (!month.atEndOfMonth().isBefore(today)) {
      throw SweepRefused.monthNotOver(month, today);
    }
    keepEdition();
    Optional<Sweep> begun = Optional.empty();
    while (begun.isEmpty()) {
      UUID id = UUID.randomUUID();
      boolean isNew =
          sweeps.begin(
              id,
              month,
              occasion,
              by,
              clock.instant(),
              catalogue.list().fingerprint(),
              catalogue.rules().fingerprint());
      // A run of the month that ended between the two statements makes room for a new one.
      begun = isNew ? sweeps.find(id) : sweeps.running(month);
      if (begun.isEmpty() && occasion == Occasion.SCHEDULED) {
        throw SweepRefused.alreadyScheduled(month);
      }
    }
    running.run(begun.get().id());
    return begun.get();
  }

  private void keepEdition() {
    transactions.call(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO item_edition (list_fingerprint, item, content) VALUES (?, ?, CAST(? AS jsonb))
                  ON CONFLICT DO NOTHING
                  """)) {
            for (WarningItem item : catalogue.list().items()) {
              insert.setString(1, catalogue.list().fingerprint());
              insert.setString(2, item.code());
              insert.setString(3, Json.write(ItemText.of(item)));
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }
}
