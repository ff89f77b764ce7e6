package org.liangpai.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TestPosts;
import org.liangpai.testsupport.TwoCounties;

/** The database itself shows and lets change no more than the viewer's part, whatever is asked. */
@QuarkusTest
class RowSecurityTest {

  /** A table with one of these belongs to a branch or unit. */
  private static final String OF_A_PLACE =
      "'branch_code', 'unit_code', 'issuer_code', 'finding_id', 'card_number', 'card_line_id'";

  private static final String TABLES =
      """
      SELECT DISTINCT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT a.attisdropped AND a.attname IN (%s)
      """
          .formatted(OF_A_PLACE);

  @Inject TwoCounties counties;
  @Inject OwnerTransactions owner;
  @Inject Transactions transactions;
  @Inject CurrentViewer current;
  @Inject TestPosts posts;
  @Inject TestClock time;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
  }

  @Test
  void table_ofABranchOrUnit_isNarrowedForTheApplication() {
    List<String> open =
        owner.call(
            connection ->
                NamedStatement.of(
                        """
                        SELECT t.name FROM (%s) AS t (name) JOIN pg_class c ON c.oid = t.name::regclass
                        WHERE has_table_privilege(:app, c.oid, 'SELECT') AND NOT (c.relrowsecurity
                            AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND EXISTS (
                                SELECT FROM pg_roles r WHERE r.oid = ANY (p.polroles) AND r.rolname = :app)))
                        """
                            .formatted(TABLES))
                    .with("app", user)
                    .list(connection, row -> row.getString(1)));

    assertThat(open).isEmpty();
  }

  @Test
  void statementWithoutAViewer_seesNothing() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      for (String table : tables()) {
        assertThat(count(connection, table)).as(table).isZero();
      }
    }
  }

  @Test
  void statementWithoutACondition_seesTheScopeOnly() {
    Viewer officer = posts.viewer("COMMITTEE_OFFICER@W1");
    Scope scope = officer.scope(Permissions.READ_FINDINGS);
    Set<String> seen = new TreeSet<>();
    for (String table : tables("branch_code")) {
      seen.addAll(
          current.as(
              officer,
              scope,
              () ->
                  transactions.call(
                      connection ->
                          strings(
                              connection,
                              "SELECT DISTINCT branch_code FROM "
                                  + table
                                  + " WHERE branch_code IS NOT NULL"))));
    }
    List<String> units =
        current.as(
            officer,
            scope,
            () ->
                transactions.call(
                    connection -> strings(connection, "SELECT unit_code FROM unit ORDER BY 1")));

    assertThat(seen).containsExactly("B1");
    assertThat(units).containsExactly("C1", "W1", "X1");
  }

  @Test
  void rowsOutOfScope_areNotChangedByAStatementWithoutACondition() {
    Viewer officer = posts.viewer("COMMITTEE_OFFICER@W1");
    int changed =
        current.as(
            officer,
            officer.scope(Permissions.VERIFY_FINDINGS),
            () ->
                transactions.call(
                    connection ->
                        NamedStatement.of("UPDATE finding SET reason = 'x'").execute(connection)));

    assertThat(changed).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO branch SELECT (jsonb_populate_record(b, '{\"branch_code\":\"N1\",\"unit_code\":\"W3\"}')).*"
            + " FROM branch b",
        "UPDATE branch SET unit_code = 'W3'",
        "UPDATE unit SET unit_name = 'x' WHERE unit_code = 'X1'"
      })
  void rows_areNotPutOutOfScope(String sql) {
    Viewer officer = posts.viewer("COMMITTEE_OFFICER@W1");
    assertThatThrownBy(
            () ->
                current.as(
                    officer,
                    officer.scope(Permissions.FILE_RECORDS),
                    () ->
                        transactions.call(
                            connection -> NamedStatement.of(sql).execute(connection))))
        .hasMessageContaining("row-level security");
  }

  @Test
  void role_ownsNothingAndIsBoundByThePolicies() {
    owner.call(
        connection -> {
          assertThat(
                  strings(
                      connection,
                      """
                      SELECT c.oid::regclass::text FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                      WHERE r.rolname IN ('liangpai_app', 'liangpai_sweep')
                          AND c.relnamespace = 'public'::regnamespace
                      """))
              .isEmpty();
          assertThat(
                  strings(
                      connection,
                      """
                      SELECT rolname FROM pg_roles
                      WHERE rolname LIKE 'liangpai%' AND (rolsuper OR rolbypassrls OR rolcreaterole)
                      """))
              .isEmpty();
          return null;
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "branch_version",
        "monthly_record_version",
        "finding_event",
        "card_observation",
        "card_event",
        "import_run"
      })
  void history_isOnlyAddedTo(String table) {
    for (String sql : List.of("DELETE FROM " + table, "TRUNCATE " + table)) {
      assertThatThrownBy(
              () -> transactions.call(connection -> NamedStatement.of(sql).execute(connection)))
          .hasMessageContaining("permission denied");
    }
    assertThat(
            owner.<List<String>>call(
                connection ->
                    strings(
                        connection,
                        """
                        SELECT grantee || ' ' || privilege_type FROM information_schema.column_privileges
                        WHERE table_name = '%s' AND grantee LIKE 'liangpai\\_%%' AND privilege_type = 'UPDATE'
                        """
                            .formatted(table))))
        .isEmpty();
  }

  private List<String> tables() {
    return owner.call(connection -> strings(connection, TABLES));
  }

  private List<String> tables(String column) {
    return owner.call(
        connection -> strings(connection, TABLES.replace(OF_A_PLACE, "'" + column + "'")));
  }

  private static int count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getInt(1);
    } catch (SQLException denied) {
      assertThat(denied.getMessage()).contains("permission denied");
      return 0;
    }
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    NamedStatement.of(sql).each(connection, row -> found.add(row.getString(1)));
    return found;
  }
}
