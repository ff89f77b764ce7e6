package org.liangpai.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** Each test has a database of its own keys, in a transaction that is rolled back. */
@QuarkusTest
class CheckingKeysTest {

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Config(Optional<String> key, Optional<String> keyFile, String algorithm)
      implements KeysConfig {}

  private interface Story {
    void on(Connection connection) throws SQLException, IOException;
  }

  private static final String PLAIN = "c2VjcmV0";

  @Inject OwnerTransactions owner;

  private final Path data = Path.of("target/test-data", UUID.randomUUID().toString());
  private final Path file = data.resolve("secrets.key");

  @Test
  void plainValues_areSealed_byAKeyThatIsMade() {
    story(
        connection -> {
          assertThat(start(connection, Algorithm.AES_256_GCM).number()).isEqualTo(1);

          assertThat(file).exists();
          String stored = stored(connection);
          assertThat(stored).startsWith("sealed:AES-256-GCM:");
          assertThat(opened(connection, stored)).contains(PLAIN);
          assertThat(start(connection, Algorithm.AES_256_GCM).isNothing()).isTrue();
          assertThat(stored(connection)).isEqualTo(stored);
        });
  }

  @Test
  void missingKey_isTold_andNoneIsMade() {
    story(
        connection -> {
          start(connection, Algorithm.AES_256_GCM);
          String stored = stored(connection);
          Files.delete(file);

          refused(connection, "密钥文件", "不在了");

          assertThat(file).doesNotExist();
          assertThat(stored(connection)).isEqualTo(stored);
        });
  }

  @Test
  void keyIsMade_ifCheckpointsAloneWereSignedByAnother() {
    story(
        connection -> {
          NamedStatement.of("UPDATE account SET totp_secret = NULL").execute(connection);
          NamedStatement.of(
                  "INSERT INTO audit_checkpoint (at, number, key, line) VALUES (now(), 1, 'k', '')")
              .execute(connection);

          assertThat(start(connection, Algorithm.AES_256_GCM).isNothing()).isTrue();
          assertThat(file).exists();
        });
  }

  @Test
  void wrongKey_isTold_andNothingIsWrittenOver() {
    story(
        connection -> {
          start(connection, Algorithm.AES_256_GCM);
          String stored = stored(connection);
          String another = Key.random().text();
          Files.writeString(file, another);

          refused(connection, "密钥不对", stored.split(":")[2]);

          assertThat(file).hasContent(another);
          assertThat(stored(connection)).isEqualTo(stored);
        });
  }

  @ParameterizedTest
  @EnumSource
  void newKey_sealsEverythingAnew_asDoesAnotherAlgorithm(Algorithm algorithm) {
    story(
        connection -> {
          start(connection, Algorithm.AES_256_GCM);
          String old = stored(connection);
          Key added = KeySource.of(null, null, data).add().inUse();

          assertThat(start(connection, algorithm).number()).isEqualTo(1);

          String stored = stored(connection);
          assertThat(stored).startsWith("sealed:%s:%s:".formatted(algorithm.label(), added.id()));
          assertThat(opened(connection, stored)).contains(PLAIN);
          assertThat(opened(connection, old)).contains(PLAIN);
        });
  }

  @Test
  void valueOfAnotherRow_isTold_andLeftAlone() {
    story(
        connection -> {
          start(connection, Algorithm.AES_256_GCM);
          account(connection, "other", stored(connection));

          ValuesSealed done = start(connection, Algorithm.SM4_GCM);

          assertThat(done.number()).isEqualTo(1);
          assertThat(done.broken()).singleElement().asString().startsWith("account.totp_secret.");
        });
  }

  private ValuesSealed start(Connection connection, Algorithm algorithm) throws SQLException {
    return new CheckingKeys(keys(algorithm), null, null, null).check(connection);
  }

  private Keys keys(Algorithm algorithm) {
    return new Keys(data, new Config(Optional.empty(), Optional.empty(), algorithm.label()));
  }

  private void refused(Connection connection, String... told) {
    assertThatThrownBy(() -> start(connection, Algorithm.AES_256_GCM))
        .isInstanceOf(KeysRefused.class)
        .hasMessageContainingAll(told);
  }

  private Optional<String> opened(Connection connection, String stored) throws SQLException {
    return keys(Algorithm.AES_256_GCM).open(SealedColumn.SECOND_FACTOR, id(connection), stored);
  }

  private static long id(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT id FROM account WHERE name_key = 'sealed'")
        .list(connection, row -> row.getLong(1))
        .get(0);
  }

  private static String stored(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT totp_secret FROM account WHERE name_key = 'sealed'")
        .list(connection, row -> row.getString(1))
        .get(0);
  }

  private static void account(Connection connection, String name, String secret)
      throws SQLException {
    NamedStatement.of(
            """
            INSERT INTO account (name, name_key, display_name, status, password_hash, password_changed_at,
                demonstration, created_at, created_by, totp_secret)
            VALUES (:name, :name, 'x', 'ACTIVE', 'x', now(), false, now(), 'x', :secret)
            """)
        .with("name", name)
        .with("secret", secret)
        .execute(connection);
  }

  private void story(Story story) {
    assertThatThrownBy(
            () ->
                owner.call(
                    connection -> {
                      try (Statement sql = connection.createStatement()) {
                        sql.execute("SET LOCAL session_replication_role = replica");
                        sql.execute(
                            "UPDATE account SET totp_secret = NULL, totp_confirmed_at = NULL");
                        sql.execute("DELETE FROM notice_robot");
                        sql.execute("DELETE FROM audit_checkpoint");
                      }
                      account(connection, "sealed", PLAIN);
                      story.on(connection);
                      throw new Enough();
                    }))
        .isInstanceOf(Enough.class);
  }
}
