package org.liangpai.pairing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;

/** What the walk over all routes asks of pairings. */
@Singleton
class WalkedPairing implements WalkedFeature {

  private final OwnerTransactions transactions;
  private final TestCity city;

  WalkedPairing(OwnerTransactions transactions, TestCity city) {
    this.transactions = transactions;
    this.city = city;
  }

  @Override
  public Map<String, String> bodies() {
    String reason = "{\"reason\":\"示例\"}";
    return Map.ofEntries(
        Map.entry("POST /api/pairings", "{\"pairs\":[{\"weak\":\"B1\",\"strong\":\"B2\"}]}"),
        Map.entry("POST /api/pairings/suggestions", "{}"),
        Map.entry("POST /api/pairings/{id}/end", reason),
        Map.entry("POST /api/pairings/{id}/plan", "{\"what\":\"示例\",\"dueOn\":\"2027-01-01\"}"),
        Map.entry("POST /api/pairings/{id}/plan/{step}/completion", "{}"),
        Map.entry("POST /api/pairings/{id}/plan/{step}/withdrawal", reason),
        Map.entry("POST /api/pairings/{id}/exchanges/{exchange}/withdrawal", reason),
        Map.entry(
            "POST /api/pairings/{id}/exchanges",
            "{\"kind\":\"VISIT\",\"heldOn\":\"2026-11-09\",\"what\":\"示例\"}"),
        Map.entry("POST /pairings", "pair=B1 B2"),
        Map.entry("POST /pairings/{id}/end", "reason=x"),
        Map.entry("POST /pairings/{id}/plan", "what=x&dueOn=2027-01-01"),
        Map.entry("POST /pairings/{id}/plan/{step}/completion", ""),
        Map.entry("POST /pairings/{id}/plan/{step}/withdrawal", "reason=x"),
        Map.entry("POST /pairings/{id}/exchanges/{exchange}/withdrawal", "reason=x"),
        Map.entry("POST /pairings/{id}/exchanges", "kind=VISIT&heldOn=2026-11-09&what=x"));
  }

  @Override
  public Map<String, Walked> objects() {
    city.branch("B8", row -> row.with("unitCode", "W3"));
    long inScope = paired("B1", "B2");
    long outOfScope = paired("B9", "B8");
    return Map.of(
        "pairings",
        new Walked(inScope, outOfScope),
        "plan",
        new Walked(step(inScope), step(outOfScope)),
        "exchanges",
        new Walked(exchange(inScope), exchange(outOfScope)));
  }

  private long paired(String weak, String strong) {
    return made(
        """
        INSERT INTO pairing (weak_code, weak_name, weak_unit, strong_code, strong_name, strong_unit, explanation,
            from_on, accepted_at, accepted_by)
        VALUES ('%1$s', '示例', '示例', '%2$s', '示例', '示例', '示例', '2026-11-01', '2026-11-01T00:00Z', '示例')
        RETURNING id
        """
            .formatted(weak, strong));
  }

  private long step(long pairing) {
    return made(
        """
        INSERT INTO pairing_step (pairing_id, what, due_on, written_at, written_by)
        VALUES (%d, '示例', '2027-01-01', '2026-11-01T00:00Z', '示例') RETURNING id
        """
            .formatted(pairing));
  }

  private long exchange(long pairing) {
    return made(
        """
        INSERT INTO pairing_exchange (pairing_id, kind, held_on, what, written_at, written_by)
        VALUES (%d, 'VISIT', '2026-11-02', '示例', '2026-11-02T00:00Z', '示例') RETURNING id
        """
            .formatted(pairing));
  }

  private long made(String sql) {
    List<Long> ids =
        transactions.call(
            connection -> NamedStatement.of(sql).list(connection, row -> row.getLong(1)));
    return ids.get(0);
  }
}
