package org.liangpai.rectification;

import jakarta.inject.Singleton;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What the walk over all routes needs of rectification: a line of each card with its plan. */
@Singleton
class WalkedRectification implements WalkedFeature {

  private static final String PLAN =
      """
      WITH line AS (
        UPDATE card_line SET stage = 'PLANNED' WHERE branch_code = :branch RETURNING id, branch_code, due_on),
      plan AS (
        INSERT INTO measure_plan (card_line_id, line_branch, line_due_on, status, proposed_at, proposed_by)
        SELECT id, branch_code, due_on, 'PROPOSED', now(), '示例' FROM line RETURNING id, card_line_id),
      measure AS (
        INSERT INTO measure (plan_id, position, what, responsible, due_on)
        SELECT id, 1, '示例', '支部书记', '2026-11-20' FROM plan)
      SELECT id, card_line_id FROM plan
      """;

  private record Keys(long plan, long line) {}

  private final OwnerTransactions owner;

  WalkedRectification(OwnerTransactions owner) {
    this.owner = owner;
  }

  @Override
  public Map<String, String> bodies() {
    return Map.ofEntries(
        Map.entry(
            "POST /api/cards/{number}/measures",
            "{\"lineId\":{line},\"measures\":[{\"what\":\"x\"}]}"),
        Map.entry("POST /api/measures/{id}/acceptance", "{}"),
        Map.entry("POST /api/measures/{id}/return", "{\"reason\":\"OTHER\",\"remark\":\"x\"}"),
        Map.entry("POST /api/measures/{id}/completion", "{\"measure\":1}"),
        Map.entry("POST /api/cards/{number}/lines/{line}/report", "{\"text\":\"x\"}"),
        Map.entry("POST /api/cards/{number}/lines/{line}/acceptance", "{}"),
        Map.entry("POST /api/cards/{number}/lines/{line}/rejection", "{\"reason\":\"OTHER\"}"),
        Map.entry("POST /api/cards/{number}/lines/{line}/clearance", "{}"),
        Map.entry("POST /api/cards/{number}/clearance", "{}"),
        Map.entry("POST /measures/{id}/acceptance", "remark=x"),
        Map.entry("POST /measures/{id}/return", "reason=OTHER&remark=x"),
        Map.entry("POST /measures/{id}/completion", "measure=1"),
        Map.entry("POST /cards/{number}/lines/{line}/measures", "what=x"),
        Map.entry("POST /cards/{number}/lines/{line}/report", "text=x"),
        Map.entry("POST /cards/{number}/lines/{line}/acceptance", "remark=x"),
        Map.entry("POST /cards/{number}/lines/{line}/rejection", "reason=OTHER"),
        Map.entry("POST /cards/{number}/lines/{line}/clearance", "remark=x"),
        Map.entry("POST /cards/{number}/clearance", "remark=x"));
  }

  @Override
  public Map<String, Walked> objects() {
    Keys own = planned("B1");
    Keys other = planned("B9");
    return Map.of(
        "measures", new Walked(own.plan(), other.plan()),
        "lines", new Walked(own.line(), other.line()),
        "line", new Walked(own.line(), other.line()));
  }

  private Keys planned(String branch) {
    return owner.call(
        connection ->
            NamedStatement.of(PLAN)
                .with("branch", branch)
                .list(connection, row -> new Keys(row.getLong(1), row.getLong(2)))
                .get(0));
  }
}
