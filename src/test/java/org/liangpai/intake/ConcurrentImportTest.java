package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.intake.file.UploadedPart;
import org.liangpai.intake.merge.FilingScope;
import org.liangpai.intake.merge.Merge;
import org.liangpai.intake.merge.Merged;
import org.liangpai.intake.merge.Progress;
import org.liangpai.intake.merge.Removals;
import org.liangpai.security.Scope;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.PostgresTestResource;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ConcurrentImportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final Database database;
  private final Importing importing;
  private final Transactions transactions;
  private final TestClock clock;

  ConcurrentImportTest(
      Database database, Importing importing, Transactions transactions, TestClock clock) {
    this.database = database;
    this.importing = importing;
    this.transactions = transactions;
    this.clock = clock;
  }

  @BeforeEach
  void clearsTheDatabase() {
    database.clear();
  }

  @Test
  void acceptsOneUploadOnce_thoughFourComeAtATime()
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Tester.threads(4);
    List<Future<ImportReport>> reports = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      reports.add(threads.submit(() -> importing.importRows(sources(500), DAY)));
    }

    long accepted = 0;
    long unchanged = 0;
    for (Future<ImportReport> report : reports) {
      accepted += report.get().accepted().branches();
      unchanged += report.get().unchanged().branches();
    }
    threads.shutdown();
    assertThat(accepted).isEqualTo(500);
    assertThat(unchanged).isEqualTo(1500);
    assertThat(database.value("SELECT count(*) FROM branch_version")).isEqualTo("500");
  }

  @Test
  void storesNothing_whenTheRowsEndInAFault() {
    TableSource broken =
        TableSource.of(
            Table.UNITS,
            IntStream.range(0, 9)
                .mapToObj(
                    i -> {
                      if (i == 5) {
                        throw new IllegalStateException("broken in the middle");
                      }
                      return unit("U" + i, "CITY", null);
                    })
                .iterator());

    assertThatThrownBy(() -> importing.importRows(List.of(broken), DAY))
        .hasMessage("broken in the middle");
    assertThat(database.value("SELECT count(*) FROM unit")).isEqualTo("0");
    assertThat(importing.importRows(sources(1), DAY).accepted().branches()).isEqualTo(1);
  }

  @Test
  void goesOn_whileAnotherUnitIsBeingImported() throws Exception {
    importing.importRows(sources(0), DAY);
    ExecutorService threads = Tester.threads(3);
    try (Held w1 = new Held(threads, branches("A", "W1", 3))) {
      Future<ImportReport> same =
          threads.submit(() -> importing.importRows(branches("B", "W1", 3), DAY));
      Future<ImportReport> file =
          threads.submit(
              () ->
                  importing.importFiles(
                      List.of(upload("E", "W1")), Optional.of(DAY), Removals.ASK));
      assertThat(importing.importRows(branches("D", "W2", 3), DAY).accepted().branches())
          .isEqualTo(3);
      assertThat(
              importing
                  .importFiles(List.of(upload("F", "W2")), Optional.of(DAY), Removals.ASK)
                  .accepted()
                  .branches())
          .isEqualTo(1);
      assertThat(same.isDone() || file.isDone()).isFalse();

      w1.letGo();
      assertThat(same.get().accepted().branches()).isEqualTo(3);
      assertThat(file.get().accepted().branches()).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
    assertThat(database.value("SELECT count(*) FROM branch")).isEqualTo("11");
  }

  @Test
  void waitsInNoCircle_whenImportsTouchTheSameUnitsInOtherOrders() throws Exception {
    importing.importRows(sources(0), DAY);
    ExecutorService threads = Tester.threads(4);
    List<Future<ImportReport>> reports = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String[] units = i % 2 == 0 ? new String[] {"W1", "W2"} : new String[] {"W2", "W1"};
      List<Row> moved = new ArrayList<>();
      for (int j = 0; j < 6; j++) {
        moved.add(branch("M" + j).with("unitCode", units[j % 2]));
      }
      reports.add(
          threads.submit(
              () ->
                  importing.importRows(
                      List.of(TableSource.of(Table.BRANCHES, moved.iterator())), DAY)));
    }
    for (Future<ImportReport> report : reports) {
      assertThat(report.get(60, TimeUnit.SECONDS).errors()).isEmpty();
    }
    threads.shutdown();
    assertThat(database.value("SELECT count(*) FROM branch")).isEqualTo("6");
  }

  @Test
  void showsAndCancels_onlyOnesOwn() throws Exception {
    importing.importRows(sources(0), DAY);
    ExecutorService threads = Tester.threads(2);
    try (Held w1 = new Held(threads, branches("A", "W1", 3))) {
      Future<Response> waiting =
          threads.submit(
              () ->
                  given()
                      .multiPart("branches", "b.csv", Files.readAllBytes(upload("E", "W1").path()))
                      .post("/api/imports"));
      String id = null;
      for (int i = 0; id == null && i < 200; i++) {
        Thread.sleep(50);
        id = given().get("/api/imports/under-way").path("items.find { it.step == '等待其他导入' }.id");
      }
      assertThat(given().get("/import/under-way").asString()).contains("等待其他导入", "取消导入");
      String cancellation = "/api/imports/under-way/" + id + "/cancellation";
      String other = Tester.with("CITY_OFFICER@C1");
      as(other).get("/api/imports/under-way").then().body("items", empty());
      as(other).post(cancellation).then().body("cancelled", equalTo(false));

      given().post(cancellation).then().statusCode(200).body("cancelled", equalTo(true));
      problem(waiting.get(20, TimeUnit.SECONDS), 409)
          .body("type", equalTo("urn:problem:import-cancelled"));
      given().post(cancellation).then().body("cancelled", equalTo(false));
      given().get("/api/imports/under-way").then().body("items", empty());
      w1.letGo();
    } finally {
      threads.shutdown();
    }
    assertThat(database.value("SELECT count(*) FROM branch WHERE branch_code LIKE 'E%'"))
        .isEqualTo("0");
  }

  /** A merge that has done its work and keeps what it holds until it is let go. */
  private final class Held implements AutoCloseable {

    private final CountDownLatch go = new CountDownLatch(1);
    private final Future<Merged> merge;

    Held(ExecutorService threads, List<TableSource> rows) throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      FilingScope scope = new FilingScope("示例操作员", Scope.WHOLE, Scope.WHOLE);
      OffsetDateTime at = OffsetDateTime.now(clock);
      merge =
          threads.submit(
              () ->
                  transactions.call(
                      connection -> {
                        Merge merging =
                            new Merge(connection, scope, at, Removals.ASK, Progress.UNSEEN);
                        Merged merged = merging.run(rows, DAY);
                        done.countDown();
                        try {
                          go.await();
                        } catch (InterruptedException stopped) {
                          throw new IllegalStateException(stopped);
                        }
                        return merged;
                      }));
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    void letGo() {
      go.countDown();
    }

    @Override
    public void close() {
      letGo();
      assertThat(merge).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  private static RequestSpecification as(String authorization) {
    return given().noFilters().header("Authorization", authorization);
  }

  private static List<TableSource> branches(String prefix, String unit, int number) {
    return List.of(
        TableSource.of(
            Table.BRANCHES,
            IntStream.range(0, number)
                .mapToObj(i -> branch(prefix + i).with("unitCode", unit))
                .iterator()));
  }

  private static UploadedPart upload(String code, String unit) throws IOException {
    Path file = Files.createTempFile("branches", ".csv");
    file.toFile().deleteOnExit();
    Files.writeString(file, Csv.branches(code).replace(",W1,", "," + unit + ","));
    return new UploadedPart("branches", file);
  }

  private static List<TableSource> sources(int branches) {
    return List.of(
        TableSource.of(
            Table.UNITS,
            List.of(
                    unit("C1", "CITY", null),
                    unit("W1", "COMMITTEE", "C1"),
                    unit("W2", "COMMITTEE", "C1"))
                .iterator()),
        TableSource.of(
            Table.BRANCHES,
            IntStream.range(0, branches).mapToObj(i -> branch("B" + i)).iterator()));
  }

  private static Row unit(String code, String level, String parent) {
    return new Row(Table.UNITS)
        .with("unitCode", code)
        .with("unitName", "样例" + code)
        .with("level", level)
        .with("parentCode", parent);
  }

  private static Row branch(String code) {
    return new Row(Table.BRANCHES)
        .with("branchCode", code)
        .with("branchName", "样例" + code)
        .with("unitCode", "W1")
        .with("domain", "RURAL")
        .with("kind", "NORMAL")
        .with("foundedOn", DAY);
  }
}
