package org.liangpai.accountability;

import jakarta.inject.Singleton;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What the walk over all routes needs of accountability. */
@Singleton
class WalkedAccountability implements WalkedFeature {

  private final OwnerTransactions owner;

  WalkedAccountability(OwnerTransactions owner) {
    this.owner = owner;
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "POST /api/accountability",
        "{\"unitCode\":\"W1\",\"grounds\":\"x\",\"measure\":\"TALK\",\"post\":\"书记\",\"decision\":\"x\"}",
        "POST /api/accountability/{id}/decision",
        "{\"outcome\":\"DECLINED\",\"decision\":\"x\"}",
        "POST /api/accountability/{id}/result",
        "{\"result\":\"x\"}",
        "POST /accountability",
        "unitCode=W1&grounds=x&measure=TALK&post=x&decision=x",
        "POST /accountability/{id}/decision",
        "outcome=DECLINED&decision=x",
        "POST /accountability/{id}/result",
        "result=x");
  }

  @Override
  public Map<String, Walked> objects() {
    return Map.of("accountability", new Walked(proposed("W1"), proposed("W3")));
  }

  private long proposed(String unit) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    INSERT INTO accountability_case (key, ground, grounds, unit_code, proposed_measure, proposed_at, status)
                    VALUES ('WALK ' || :unit, 'OVERDUE', 'x', :unit, 'TALK', now(), 'PROPOSED') RETURNING id
                    """)
                .with("unit", unit)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}
