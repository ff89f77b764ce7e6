package org.liangpai.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.ImportReport;
import org.liangpai.intake.Importing;
import org.liangpai.intake.file.UploadedPart;
import org.liangpai.intake.merge.Removals;
import org.liangpai.intake.merge.RowCounts;
import org.liangpai.shared.ClockProducer;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatus;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** The first start against a real database, with a few branches of the city. */
@QuarkusTest
class LoadingSampleTest {

  private static final int BRANCHES = 40;
  private static final int PART = 16;
  private static final long SEED = 20_260_101;
  private static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

  @Inject TestCity database;
  @Inject LoadingSample loading;
  @Inject Importing importing;
  @Inject ReadingSweeps sweeps;
  @Inject Summary summary;

  private final SampleCity city =
      SampleCity.asOf(LocalDate.ofInstant(TestClock.START, ClockProducer.ZONE), SEED, BRANCHES);

  @BeforeEach
  void setUp() {
    database.clear();
  }

  @Test
  void loadsAndSweeps_anEmptyDatabase() throws Exception {
    LoadingSample.Loaded loaded = loading.loadIfEmpty();
    Sweep sweep = ended(loaded.sweep().orElseThrow());

    assertThat(loaded.importing()).isPresent();
    assertThat(sweep.status()).isEqualTo(SweepStatus.DONE);
    assertThat(sweep.month()).isEqualTo("2026-10");
    assertThat(sweep.counts().onRoster()).isEqualTo(BRANCHES);
    assertThat(summary.of(sweeps.latest(), loaded.importing()))
        .contains("全部数据均为虚构", "2026-10 排查完成", "名册支部40个", "支委会建设", "请打开 http://127.0.0.1:");
  }

  @Test
  void leavesADatabaseAlone_thatHasUnits() throws Exception {
    database.reset();

    assertThat(loading.loadIfEmpty()).isEqualTo(LoadingSample.Loaded.NOTHING);
    assertThat(summary.of(sweeps.latest(), Optional.empty())).contains("还没有排查结果");
  }

  @Test
  void onlySweeps_whereAProcessEndedAfterLoading() throws Exception {
    importing.importRows(city.sources(), city.rosterSince());

    LoadingSample.Loaded loaded = loading.loadIfEmpty();

    assertThat(loaded.importing()).isEmpty();
    assertThat(ended(loaded.sweep().orElseThrow()).month()).isEqualTo(city.lastMonth());
  }

  @Test
  void loadsWhatIsMissing_whereAProcessEndedBetweenTwoParts() throws Exception {
    SampleCity first = city.parts(PART).get(0);
    importing.importRows(first.sources(), first.rosterSince());

    LoadingSample.Loaded loaded = loading.loadIfEmpty();

    assertThat(loaded.importing()).isPresent();
    assertThat(ended(loaded.sweep().orElseThrow()).counts().onRoster()).isEqualTo(BRANCHES);
  }

  @Test
  void loadsOnce_startedTwiceAtOnce() throws Exception {
    List<LoadingSample.Loaded> both = atOnce(loading::loadIfEmpty);
    for (LoadingSample.Loaded one : both) {
      if (one.sweep().isPresent()) {
        ended(one.sweep().get());
      }
    }

    assertThat(both.stream().filter(one -> one.importing().isPresent())).hasSize(1);
    assertThat(sweeps.recent(10)).hasSize(1);
  }

  @Test
  void changesNothing_importedAgainFromItsFiles(@TempDir Path folder) throws Exception {
    importing.importRows(city.sources(), city.rosterSince());
    List<UploadedPart> parts = new ArrayList<>();
    for (Table table : Table.values()) {
      Path file = folder.resolve(table.id() + ".csv");
      SampleFiles.of(city).writeCsv(table, file);
      parts.add(new UploadedPart(table.id(), file));
    }
    Path workbook = folder.resolve("sample.xlsx");
    SampleFiles.of(city).writeWorkbook(workbook);

    assertUnchanged(parts);
    assertUnchanged(List.of(new UploadedPart("file", workbook)));
  }

  private void assertUnchanged(List<UploadedPart> parts) {
    ImportReport report =
        importing.importFiles(parts, Optional.of(city.rosterSince()), Removals.ASK);

    assertThat(report.errors()).isEmpty();
    assertThat(report.accepted()).isEqualTo(NONE);
    assertThat(report.unchanged().records()).isEqualTo(city.rows(Table.RECORDS).count());
    assertThat(report.unchanged().meetings()).isEqualTo(city.rows(Table.MEETINGS).count());
  }

  private Sweep ended(Sweep started) throws InterruptedException {
    Sweep sweep = started;
    while (sweep.status() == SweepStatus.RUNNING) {
      Thread.sleep(20);
      sweep = sweeps.get(sweep.id());
    }
    return sweep;
  }

  private static <T> List<T> atOnce(Callable<T> act)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Tester.threads(2);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(List.of(act, act))) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
