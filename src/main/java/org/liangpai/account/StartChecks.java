package org.liangpai.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** What must hold before the service lets anybody in. */
@ApplicationScoped
class StartChecks {

  private static final int FIRST = 1;

  private static final String ROLE =
      """
      SELECT current_user, r.rolsuper, r.rolbypassrls,
        EXISTS (SELECT FROM pg_class c WHERE c.oid = 'branch'::regclass AND pg_has_role(c.relowner, 'USAGE'))
      FROM pg_roles r WHERE r.rolname = current_user
      """;

  private final Transactions transactions;
  private final DemonstrationAccounts demonstration;
  private final SettingUp settingUp;
  private final PasswordRules rules;
  private final ListeningAddress listening;
  private final boolean isSampleWanted;
  private final boolean isDemonstrationAllowed;

  StartChecks(
      Transactions transactions,
      DemonstrationAccounts demonstration,
      SettingUp settingUp,
      PasswordRules rules,
      ListeningAddress listening,
      @ConfigProperty(name = "liangpai.sample", defaultValue = "true") boolean isSampleWanted,
      @ConfigProperty(name = "liangpai.allow-demonstration", defaultValue = "false")
          boolean isDemonstrationAllowed) {
    this.transactions = transactions;
    this.demonstration = demonstration;
    this.settingUp = settingUp;
    this.rules = rules;
    this.listening = listening;
    this.isSampleWanted = isSampleWanted;
    this.isDemonstrationAllowed = isDemonstrationAllowed;
  }

  void check(@Observes @Priority(FIRST) StartupEvent event) {
    checkRole();
    // Beans are made when they are first used; a misspelt profile is told now.
    rules.profile();
    if (!listening.isLoopback() && !isDemonstrationAllowed && demonstration.anyActive()) {
      throw StartRefused.demonstrationExposed(listening.host());
    }
    // With the sample city the first start decides later, once the city is there.
    if (!isSampleWanted) {
      settingUp.offer();
    }
  }

  private void checkRole() {
    Optional<StartRefused> refused =
        transactions
            .call(connection -> NamedStatement.of(ROLE).list(connection, StartChecks::fault))
            .get(0);
    if (refused.isPresent()) {
      throw refused.get();
    }
  }

  private static Optional<StartRefused> fault(ResultSet row) throws SQLException {
    String role = row.getString(1);
    if (row.getBoolean(2)) {
      return Optional.of(StartRefused.databaseRole(role, "是超级用户"));
    }
    if (row.getBoolean(3)) {
      return Optional.of(StartRefused.databaseRole(role, "有 BYPASSRLS 权限"));
    }
    return row.getBoolean(4)
        ? Optional.of(StartRefused.databaseRole(role, "是数据表的所有者"))
        : Optional.empty();
  }
}
