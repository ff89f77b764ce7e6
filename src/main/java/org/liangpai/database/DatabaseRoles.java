package org.liangpai.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The roles of the service in the embedded server: the owner of the tables, the one that serves
 * people under row-level security, and the one that sweeps.
 */
final class DatabaseRoles {

  /** Sets up the server, and serves nobody. */
  static final String SUPERUSER = "postgres";

  /** Owns the database and its tables, and migrates them. */
  static final String OWNER = "liangpai";

  static final String APP = "liangpai_app";
  static final String SWEEP = "liangpai_sweep";

  private DatabaseRoles() {}

  /** Creates what is missing, and gives every role its password of this start. */
  static void create(Statement statement, RolePasswords passwords) throws SQLException {
    for (Map.Entry<String, String> role : passwords.byRole().entrySet()) {
      if (!exists(statement, role.getKey())) {
        statement.execute("CREATE ROLE %s LOGIN".formatted(role.getKey()));
      }
      statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(role.getKey(), role.getValue()));
    }
  }

  /** Hands over the tables of a folder that was begun before there were roles. */
  static void handOver(Statement statement) throws SQLException {
    statement.execute(
        """
        DO $$
        DECLARE one regclass;
        BEGIN
          FOR one IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace
              AND relkind = 'r' AND relowner <> '%1$s'::regrole
          LOOP
            EXECUTE format('ALTER TABLE %%s OWNER TO %1$s', one);
          END LOOP;
        END $$
        """
            .formatted(OWNER));
  }

  private static boolean exists(Statement statement, String role) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
      return found.next();
    }
  }
}
