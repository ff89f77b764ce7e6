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
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liangpai.calendar.DueDay;
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
  private final AgreeingLines lines;
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
      AgreeingLines lines,
      SweepTransactions transactions,
      Catalogue catalogue,
      WorkingCalendar calendar,
      SweepConfig config,
      Event<SweepEnded> ended,
      Clock clock) {
    this.sweeps = sweeps;
    this.reader = reader;
    this.writer = writer;
    this.lines = lines;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.config = config;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * What was read of a range.
   *
   * @param waiting by branch the items of open cards about which the month may tell
   */
  private record Batch(
      HistoryReader.Range range, List<BranchHistory> branches, Map<String, Set<String>> waiting) {}

  /**
   * What was judged of a range.
   *
   * @param clear by branch which of the waiting items are no longer there
   */
  private record Judged(
      List<BranchJudgement> judgements, Map<String, Set<String>> clear, Duration time) {}

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
          Optional<HistoryReader.Range> found =
              reader.rangeAfter(connection, cursor, config.chunk());
          if (found.isEmpty()) {
            return Optional.<Batch>empty();
          }
          HistoryReader.Range range = found.get();
          return Optional.of(
              new Batch(
                  range,
                  reader.read(connection, range, month),
                  lines.waiting(connection, range, month)));
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
    Map<String, Set<String>> clear =
        judging.clear(existing, batch.waiting(), sweep.month(), ground);
    Judged judged = new Judged(judgements, clear, Duration.ofNanos(System.nanoTime() - start));
    return transactions.call(connection -> store(connection, sweep, batch, judged, reading));
  }

  private SweepStatus store(
      Connection connection, Sweep sweep, Batch batch, Judged judged, Duration reading)
      throws SQLException {
    long start = System.nanoTime();
    List<BranchJudgement> judgements = judged.judgements();
    Sweep now = sweeps.lock(connection, sweep.id());
    if (now.cancelRequestedBy() != null) {
      return SweepStatus.CANCELLED;
    }
    Map<String, BranchHistory> byCode =
        batch.branches().stream()
            .collect(Collectors.toMap(BranchHistory::branchCode, Function.identity()));
    FindingWriter.Stamp stamp = stamp(sweep);
    writer.write(connection, stamp, batch.range(), judgements, byCode);
    lines.mark(connection, stamp, batch.range(), judged.clear());
    sweeps.countByUnit(connection, sweep.id(), judgements);
    Duration writing = Duration.ofNanos(System.nanoTime() - start);
    sweeps.advance(
        connection,
        sweep.id(),
        batch.range().last(),
        RunLedger.of(now).plus(judgements),
        now.timings().plus(new Sweep.Timings(reading, judged.time(), writing)));
    return null;
  }

  private FindingWriter.Stamp stamp(Sweep sweep) {
    LocalDate today = LocalDate.now(clock);
    DueDay due =
        calendar.plusWorkingDays(
            today, catalogue.list().filing(sweep.month()).verificationWorkingDays());
    return new FindingWriter.Stamp(
        sweep.id(), sweep.month(), sweep.listFingerprint(), Sweeps.inZone(clock.instant()), due);
  }
}
