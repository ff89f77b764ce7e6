package org.liangpai.help;

import jakarta.inject.Singleton;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What the walk over all routes asks of this feature. */
@Singleton
class WalkedHelp implements WalkedFeature {

  private static final String MADE =
      """
      INSERT INTO help_request (asking_branch, asking_name, asked_unit, asked_name, subject, urgency, content, due_on,
          asked_at, asked_on, asked_by)
      VALUES (:branch, 'x', :unit, 'x', 'MONEY', 'NORMAL', 'x', '2027-01-29', '2026-11-09 09:00+08', '2026-11-09', 'x')
      RETURNING id
      """;

  private final OwnerTransactions owner;

  WalkedHelp(OwnerTransactions owner) {
    this.owner = owner;
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "POST /api/help-requests", "{}",
        "POST /api/help-requests/{id}/answer",
            "{\"answer\":\"TAKE\",\"promisedOn\":\"2026-12-01\"}",
        "POST /api/help-requests/{id}/confirmation", "{\"decision\":\"CONFIRM\"}",
        "POST /help-requests", "content=x",
        "POST /help-requests/{id}/answer", "answer=TAKE&promisedOn=2026-12-01",
        "POST /help-requests/{id}/confirmation", "decision=CONFIRM",
        "POST /cards/{number}/help-requests", "content=x");
  }

  @Override
  public Map<String, Walked> objects() {
    return Map.of("help-requests", new Walked(made("B1", "W1"), made("B9", "W3")));
  }

  private long made(String branch, String unit) {
    return owner.call(
        connection ->
            NamedStatement.of(MADE)
                .with("branch", branch)
                .with("unit", unit)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}
