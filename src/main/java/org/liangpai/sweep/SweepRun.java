package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.evaluation.BranchHistory;
import org.liangpai.evaluation.BranchJudgement;
import org.liangpai.evaluation.Ground;
import org.liangpai.evaluation.Judging;

/**
 * One run from where it stands to its end: range after range is read, judged and stored with the
 * cursor, in one go.
 */
@ApplicationScoped
class SweepRun {

  private final Sweeps sweeps;
  private final HistoryReader reader;
  private final FindingWriter writer;
  private final SweepTransactions transactions;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final SweepConfig config;
  private final Event<SweepEnded> ended;
  private final Clock clock;

  SweepRun(
      Sweeps sweeps,
      HistoryReader reader,
      FindingWriter writer,
      SweepTransactions transactions,
      Catalogue catalogue,
      WorkingCalendar calendar,
      SweepConfig config,
      Event<SweepEnded> ended,
      Clock clock) {
    this.sweeps = sweeps;
    this.reader = reader;
    this.writer = writer;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.config = config;
    this.ended = ended;
    this.clock = clock;
  }

  /** What was read of a range. */
  private record Batch(HistoryReader.Range range, List<BranchHistory> branches) {}

  /**
   * @param interrupted asked between two ranges; if so the run is left as it stands, to be
   *     continued
   */
  void execute(UUID id, BooleanSupplier interrupted) {
    Sweep sweep = sweeps.find(id).orElseThrow();
    if (sweep.status() != SweepStatus.RUNNING) {
      return;
    }
    Judging judging = catalogue.judging();
    Ground ground = transactions.call(connection -> reader.ground(connection, sweep.month()));
    String cursor = transactions.call(connection -> sweeps.cursor(connection, id));
    SweepStatus end = null;
    while (end == null && !interrupted.getAsBoolean()) {
      long start = System.nanoTime();
      Optional<Batch> batch = read(cursor, sweep.month());
      Duration reading = Duration.ofNanos(System.nanoTime() - start);
      if (batch.isEmpty()) {
        end =
            sweeps.find(id).orElseThrow().counts().failed() > 0
                ? SweepStatus.PARTIAL
                : SweepStatus.DONE;
      } else {
        end = judgeAndStore(sweep, batch.get(), judging, ground, reading);
        cursor = batch.get().range().last();
      }
    }
    if (end != null) {
      // Before the run counts as ended: one that is interrupted here is taken up and says it again.
      ended.fire(new SweepEnded(sweep.month()));
      sweeps.finish(id, end, clock.instant(), null);
    }
  }

  private Optional<Batch> read(String cursor, YearMonth month) {
    return transactions.call(
        connection -> {
          // One snapshot for all queries of the range; it ends with the transaction.
          try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
          }
          Optional<HistoryReader.Range> range =
              reader.rangeAfter(connection, cursor, config.chunk());
          return range.isEmpty()
              ? Optional.<Batch>empty()
              : Optional.of(new Batch(range.get(), reader.read(connection, range.get(), month)));
        });
  }

  /** The end of the run if it was cancelled meanwhile, otherwise {@code null}. */
  private SweepStatus judgeAndStore(
      Sweep sweep, Batch batch, Judging judging, Ground ground, Duration reading) {
    long start = System.nanoTime();
    List<BranchHistory> existing =
        batch.branches().stream()
            .filter(one -> one.existsAt(sweep.month().atEndOfMonth()))
            .toList();
    List<BranchJudgement> judgements = judging.judge(existing, sweep.month(), ground);
    Duration judged = Duration.ofNanos(System.nanoTime() - start);
    return transactions.call(
        connection -> store(connection, sweep, batch, judgements, reading, judged));
  }

  private SweepStatus store(
      Connection connection,
      Sweep sweep,
      Batch batch,
      List<BranchJudgement> judgements,
      Duration reading,
      Duration judging)
      throws SQLException {
    long start = System.nanoTime();
    Sweep now = sweeps.lock(connection, sweep.id());
    if (now.cancelRequestedBy() != null) {
      return SweepStatus.CANCELLED;
    }
    Map<String, BranchHistory> byCode =
        batch.branches().stream()
            .collect(Collectors.toMap(BranchHistory::branchCode, Function.identity()));
    writer.write(connection, stamp(sweep), batch.range(), judgements, byCode);
    sweeps.countByUnit(connection, sweep.id(), judgements);
    Duration writing = Duration.ofNanos(System.nanoTime() - start);
    sweeps.advance(
        connection,
        sweep.id(),
        batch.range().last(),
        RunLedger.of(now).plus(judgements),
        now.timings().plus(new Sweep.Timings(reading, judging, writing)));
    return null;
  }

  private FindingWriter.Stamp stamp(Sweep sweep) {
    LocalDate today = LocalDate.now(clock);
    LocalDate due =
        calendar
            .plusWorkingDays(
                today, catalogue.list().filing(sweep.month()).verificationWorkingDays())
            .day();
    return new FindingWriter.Stamp(
        sweep.id(), sweep.month(), sweep.listFingerprint(), Sweeps.inZone(clock.instant()), due);
  }
}
