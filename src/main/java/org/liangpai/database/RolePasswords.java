package org.liangpai.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The passwords of the roles of the service, each its own and none that of the superuser. Only the
 * owner's is kept in a file, for the commands that run beside the service; the others are new with
 * each start.
 *
 * @param owner of the role that owns the tables and migrates them
 * @param app of the role that serves people
 * @param sweep of the role that sweeps
 */
public record RolePasswords(String owner, String app, String sweep) {

  static RolePasswords in(DatabaseSettings settings) throws IOException {
    return new RolePasswords(
        Secret.in(ownerFile(settings)).text(), Secret.random(), Secret.random());
  }

  static Path ownerFile(DatabaseSettings settings) {
    return settings.folder().resolve("liangpai.password");
  }

  Map<String, String> byRole() {
    return Map.of(DatabaseRoles.OWNER, owner, DatabaseRoles.APP, app, DatabaseRoles.SWEEP, sweep);
  }

  @Override
  public String toString() {
    return "RolePasswords";
  }
}
