package org.liangpai.account;

import jakarta.inject.Singleton;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What waits for a second administrator in the walk over all routes. */
@Singleton
class WalkedAdministratorRequests implements WalkedFeature {

  private static final String ASKED =
      """
      INSERT INTO administrator_request (act, account_id, asked_at, asked_by, asked_as, expires_at)
      SELECT 'UNLOCK', id, now(), 'walk-system', 'SYSTEM', '2099-01-01' FROM account WHERE name = 'walked'
      RETURNING id
      """;

  private final OwnerTransactions owner;

  WalkedAdministratorRequests(OwnerTransactions owner) {
    this.owner = owner;
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "POST /api/administrator-requests/{id}/refusal", "{}",
        "POST /api/administrator-requests/{id}/withdrawal", "{}",
        "POST /administrator-requests/{id}/confirmation", "",
        "POST /administrator-requests/{id}/refusal", "",
        "POST /administrator-requests/{id}/withdrawal", "");
  }

  @Override
  public Map<String, Walked> objects() {
    return owner.call(
        connection ->
            Map.of(
                "administrator-requests",
                new Walked(
                    NamedStatement.of(ASKED).list(connection, row -> row.getLong(1)).get(0),
                    null)));
  }
}
