package org.liangpai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.testsupport.PostgresTestResource;
import org.liangpai.testsupport.Tester;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ConcurrentImportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final Database database;
  private final Importing importing;

  ConcurrentImportTest(Database database, Importing importing) {
    this.database = database;
    this.importing = importing;
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

  private static List<TableSource> sources(int branches) {
    return List.of(
        TableSource.of(
            Table.UNITS,
            List.of(unit("C1", "CITY", null), unit("W1", "COMMITTEE", "C1")).iterator()),
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
