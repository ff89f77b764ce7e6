package org.liangpai.concession;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What the walk over all routes asks of this feature; nothing of it moves a card. */
@Singleton
class WalkedConcessions implements WalkedFeature {

  private static final String MADE =
      """
      INSERT INTO concession (kind, card_number, asked_at, asked_on, asked_by, reason, working_days, until_on)
      VALUES (:kind, :card, '2026-11-09 09:00+08', '2026-11-09', 'x', 'x',
          CASE :kind WHEN 'EXTENSION' THEN 5 END, CASE :kind WHEN 'SUSPENSION' THEN CAST('2027-01-29' AS date) END)
      RETURNING id
      """;

  private final OwnerTransactions owner;

  WalkedConcessions(OwnerTransactions owner) {
    this.owner = owner;
  }

  @Override
  public Map<String, String> bodies() {
    Map<String, String> bodies = new TreeMap<>();
    for (String one : new String[] {"extensions", "suspensions", "objections"}) {
      bodies.put("POST /api/" + one + "/{id}/decision", "{\"granted\":false,\"reason\":\"理由不足\"}");
      bodies.put("POST /" + one + "/{id}/decision", "granted=false&reason=x");
    }
    bodies.put("POST /api/cards/{number}/extension", "{\"workingDays\":5}");
    bodies.put("POST /api/cards/{number}/suspension", "{}");
    bodies.put("POST /api/cards/{number}/objection", "{}");
    bodies.put("POST /api/cards/{number}/withdrawal", "{}");
    bodies.put("POST /api/branches/{branchCode}/succession", "{\"reason\":\"合并\"}");
    bodies.put("POST /cards/{number}/extension", "workingDays=5");
    bodies.put("POST /cards/{number}/suspension", "until=");
    bodies.put("POST /cards/{number}/objection", "reason=");
    bodies.put("POST /cards/{number}/withdrawal", "reason=");
    bodies.put("POST /branches/{code}/succession", "reason=x");
    return bodies;
  }

  @Override
  public Map<String, Walked> objects() {
    return Map.of(
        "extensions", walked("EXTENSION"),
        "suspensions", walked("SUSPENSION"),
        "objections", walked("OBJECTION"));
  }

  private Walked walked(String kind) {
    return new Walked(made(kind, "W1-2026-0001"), made(kind, "W3-2026-0001"));
  }

  private long made(String kind, String card) {
    return owner.call(
        connection ->
            NamedStatement.of(MADE)
                .with("kind", kind)
                .with("card", card)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}
