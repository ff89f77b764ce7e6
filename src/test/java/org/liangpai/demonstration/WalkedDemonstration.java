package org.liangpai.demonstration;

import jakarta.inject.Singleton;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What the walk over all routes asks of demonstration branches. */
@Singleton
class WalkedDemonstration implements WalkedFeature {

  private static final String DEMONSTRATION =
      """
      INSERT INTO demonstration
          (number, branch_code, status, since, reason, facts, chosen_at, chosen_by, chosen_unit)
      VALUES (:number, :branch, 'IN_FORCE', '2026-01-01', '示例', '[]', '2026-01-01T00:00Z', '示例', 'C1')
      """;

  private static final String PUBLISHED =
      """
      INSERT INTO published_demonstration
          (number, year, sequence, branch_name, unit_name, domain, since, status, changed_on)
      VALUES (:number, 2025, :sequence, '示例', '示例', 'RURAL', '2026-01-01', 'IN_FORCE', '2026-01-01')
      """;

  private final OwnerTransactions transactions;

  WalkedDemonstration(OwnerTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Map<String, String> bodies() {
    String reason = "{\"reason\":\"示例\"}";
    return Map.of(
        "POST /api/demonstrations", "{\"branch\":\"B1\",\"reason\":\"示例\"}",
        "POST /api/demonstrations/{number}/resumption", reason,
        "POST /api/demonstrations/{number}/end", reason,
        "POST /demonstrations", "branch=B1&reason=x",
        "POST /demonstrations/{number}/resumption", "reason=x",
        "POST /demonstrations/{number}/end", "reason=x");
  }

  @Override
  public Map<String, Walked> objects() {
    return Map.of("demonstrations", new Walked(made("B1", 1), made("B9", 2)));
  }

  private String made(String branch, int sequence) {
    String number = "2025-000" + sequence;
    transactions.call(
        connection -> {
          NamedStatement.of(DEMONSTRATION)
              .with("number", number)
              .with("branch", branch)
              .execute(connection);
          return NamedStatement.of(PUBLISHED)
              .with("number", number)
              .with("sequence", sequence)
              .execute(connection);
        });
    return number;
  }
}
