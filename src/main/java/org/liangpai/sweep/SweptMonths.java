package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeSet;
import org.liangpai.shared.NamedStatement;

/** Which months were swept to the end; that is the same for everybody who asks. */
@ApplicationScoped
public class SweptMonths {

  private final SweepTransactions transactions;

  SweptMonths(SweepTransactions transactions) {
    this.transactions = transactions;
  }

  /** All of them, in the order of time. */
  public TreeSet<YearMonth> all() {
    TreeSet<YearMonth> months = new TreeSet<>();
    transactions.call(
        connection -> {
          NamedStatement.of("SELECT DISTINCT month FROM sweep WHERE status IN ('DONE', 'PARTIAL')")
              .each(
                  connection, row -> months.add(YearMonth.from(row.getObject(1, LocalDate.class))));
          return null;
        });
    return months;
  }

  /**
   * When the latest run of a month began that came to its end: what was filed before, it has
   * judged.
   */
  public Optional<OffsetDateTime> sweptAt(YearMonth month) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT started_at FROM sweep WHERE month = :month AND status IN ('DONE', 'PARTIAL')
                    ORDER BY started_at DESC LIMIT 1
                    """)
                .with("month", month.atDay(1))
                .list(connection, row -> row.getObject(1, OffsetDateTime.class))
                .stream()
                .findFirst());
  }

  /** The latest of them, if there is any. */
  public Optional<YearMonth> latest() {
    TreeSet<YearMonth> months = all();
    return months.isEmpty() ? Optional.empty() : Optional.of(months.last());
  }
}
