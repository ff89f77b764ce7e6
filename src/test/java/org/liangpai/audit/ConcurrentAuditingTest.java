package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.liangpai.keys.Keyring;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.Tester;

@QuarkusTest
class ConcurrentAuditingTest {

  private static final int WRITERS = 16;
  private static final int ACTS = 60;

  @Inject Auditing auditing;
  @Inject Transactions transactions;
  @Inject OwnerTransactions owner;

  private final Path folder = Path.of("target/test-data", UUID.randomUUID().toString());

  @Test
  void chain_isIntact_under16Writers() throws Exception {
    String object = UUID.randomUUID().toString();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        all.add(writers.submit(() -> write(object)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      writers.shutdown();
    }

    Verification verification =
        owner.call(
            connection ->
                new TrailCheck(new CheckpointFile(folder.resolve("none")), folder, Keyring.EMPTY)
                    .on(connection));
    assertThat(verification.damages()).allMatch(damage -> damage.kind() == Damage.Kind.CHECKPOINTS);
    assertThat(lanes(object)).isGreaterThan(1);
  }

  /** An act in three makes two rows, one in five is rolled back. */
  private void write(String object) {
    Entry entry = Entry.of(Act.RECORD_FILED, ObjectKind.RECORD, object);
    for (int i = 0; i < ACTS; i++) {
      int act = i;
      try {
        transactions.call(
            connection -> {
              auditing.record(connection, Tester.VIEWER, entry);
              if (act % 3 == 0) {
                auditing.record(connection, Tester.VIEWER, entry);
              }
              if (act % 5 == 0) {
                throw new IllegalStateException("rolled back");
              }
              return null;
            });
      } catch (IllegalStateException rolledBack) {
        assertThat(rolledBack).hasMessage("rolled back");
      }
    }
  }

  private long lanes(String object) {
    return owner.call(
        connection -> {
          assertThat(
                  NamedStatement.of("SELECT count(*) FROM audit_entry WHERE object = :object")
                      .with("object", object)
                      .list(connection, row -> row.getLong(1)))
              .containsExactly(WRITERS * (48L + 16));
          return NamedStatement.of(
                  "SELECT count(DISTINCT lane) FROM audit_entry WHERE object = :object")
              .with("object", object)
              .list(connection, row -> row.getLong(1))
              .get(0);
        });
  }
}
