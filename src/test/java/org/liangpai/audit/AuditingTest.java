package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

@QuarkusTest
class AuditingTest {

  @Inject Auditing auditing;
  @Inject Transactions transactions;
  @Inject OwnerTransactions owner;
  @Inject AgroalDataSource dataSource;

  private final String object = UUID.randomUUID().toString();

  private Entry entry() {
    return Entry.of(Act.CARD_LEVEL_CHANGED, ObjectKind.CARD, object);
  }

  @Test
  void record_writesWhoWhatWhenAndWhy() {
    auditing.record(
        entry().changed(Map.of("level", "RED"), Map.of("level", "ORANGE")).because("情节较轻"));

    assertThat(rows())
        .containsExactly(
            "%s %s %s %s CARD_LEVEL_CHANGED CARD {\"level\": \"RED\"} {\"level\": \"ORANGE\"} 情节较轻"
                .formatted(
                    TestClock.START.toEpochMilli() / 1000,
                    Tester.VIEWER.account(),
                    Tester.VIEWER.postText(),
                    Tester.VIEWER.address()));
  }

  @Test
  void record_goesWithTheTransactionOfTheAct() {
    assertThatThrownBy(
            () ->
                transactions.call(
                    connection -> {
                      auditing.record(connection, List.of(entry()));
                      throw new IllegalStateException("the act failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(rows()).isEmpty();

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          auditing.record(entry());
                          throw new IllegalStateException("the act failed");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(rows()).isEmpty();

    QuarkusTransaction.requiringNew().run(() -> auditing.record(entry()));
    assertThat(rows()).hasSize(1);
  }

  @Test
  void record_takesWhatTheDatabaseCannotStore() {
    auditing.record(entry().because("a\u0000b\ud800c"));

    assertThat(rows().get(0)).endsWith("a\ufffdb?c");
  }

  @Test
  void record_refusesASnapshotFromBeforeTheLock() {
    assertThatThrownBy(
            () ->
                transactions.call(
                    connection -> {
                      try (Statement statement = connection.createStatement()) {
                        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
                      }
                      auditing.record(connection, List.of(entry()));
                      return null;
                    }))
        .isInstanceOf(DatabaseFault.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET reason = ''",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "INSERT INTO audit_entry (id) VALUES (0)"
      })
  void roleOfTheService_canOnlyAppend(String sql) {
    auditing.record(entry());

    assertThatThrownBy(() -> execute(transactions, sql)).hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET reason = ''",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry"
      })
  void owner_canOnlyAppend(String sql) {
    auditing.record(entry());

    assertThatThrownBy(() -> execute(owner, sql))
        .hasStackTraceContaining("audit")
        .hasStackTraceContaining("ERROR");
    assertThat(rows()).hasSize(1);
  }

  @Test
  void roleOfTheService_readsNothing_unlessToldThatItAudits() throws SQLException {
    auditing.record(entry());

    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(count(connection)).isZero();
      statement.execute("SET LOCAL liangpai.roles = '{SYSTEM,SECURITY}'");
      assertThat(count(connection)).isZero();
      statement.execute("SET LOCAL liangpai.roles = '{AUDIT}'");
      assertThat(count(connection)).isEqualTo(1);
      connection.rollback();
    }
  }

  private long count(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT count(*) FROM audit_entry WHERE object = :object")
        .with("object", object)
        .list(connection, row -> row.getLong(1))
        .get(0);
  }

  private List<String> rows() {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT concat_ws(' ', CAST(extract(epoch FROM at) AS bigint), account, posts, address, act,
                        object_kind, before, after, reason) FROM audit_entry WHERE object = :object ORDER BY id
                    """)
                .with("object", object)
                .list(connection, row -> row.getString(1)));
  }

  private static void execute(Transactions transactions, String sql) {
    transactions.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }
}
