package org.liangpai.supervision;

import jakarta.inject.Singleton;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What supervision brings to the walk over all routes. */
@Singleton
class WalkedSupervision implements WalkedFeature {

  private final OwnerTransactions owner;

  WalkedSupervision(OwnerTransactions owner) {
    this.owner = owner;
  }

  @Override
  public Map<String, String> bodies() {
    return Map.ofEntries(
        Map.entry(
            "POST /api/supervision/assignments",
            """
            {"kind":"SUPERVISOR","account":"walk-leader","branches":["{branch}"],"fromOn":"2026-11-09",
             "reason":"示例"}
            """),
        Map.entry("POST /api/supervision/assignments/{id}/end", "{\"reason\":\"示例\"}"),
        Map.entry(
            "POST /api/supervision/hand-overs",
            """
            {"kind":"SUPERVISOR","from":"walk-leader","to":"walk-supervisor","fromOn":"2026-11-09","reason":"示例"}
            """),
        Map.entry("POST /api/supervision/suggestions", "{\"kind\":\"SUPERVISOR\"}"),
        Map.entry(
            "POST /api/visits",
            "{\"branch\":\"{branch}\",\"visitedOn\":\"2026-11-09\",\"met\":[\"支部书记\"],\"seen\":\"示例\"}"),
        Map.entry("POST /api/visits/{id}/withdrawal", "{\"reason\":\"示例\"}"),
        Map.entry(
            "POST /supervision/assignments",
            "person=SUPERVISOR+walk-leader&branch={branch}&fromOn=2026-11-09&reason=x"),
        Map.entry("POST /supervision/assignments/{id}/end", "reason=x"),
        Map.entry(
            "POST /supervision/hand-overs",
            "kind=SUPERVISOR&account=walk-leader&to=walk-supervisor&fromOn=2026-11-09&reason=x"),
        Map.entry("POST /supervision/suggestions", "kind=SUPERVISOR"),
        Map.entry("POST /visits/{id}/withdrawal", "reason=x"),
        Map.entry(
            "POST /visits",
            "branch={branch}&visitedOn=2026-11-09&met=%E6%94%AF%E9%83%A8%E4%B9%A6%E8%AE%B0&seen=x"));
  }

  @Override
  public Map<String, Walked> objects() {
    return Map.of(
        "assignments", new Walked(assignment("B1"), assignment("B9")),
        "visits", new Walked(visit("B1"), visit("B9")));
  }

  private long assignment(String branch) {
    return id(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, assigned_at, assigned_by, reason)
        VALUES ('SUPERVISOR', 'somebody', :branch, '2026-11-01', '2026-11-01', '示例', '示例') RETURNING id
        """,
        branch);
  }

  private long visit(String branch) {
    return id(
        """
        INSERT INTO visit (branch_code, kind, account, visited_on, met, seen, written_at)
        VALUES (:branch, 'SUPERVISOR', 'somebody', '2026-11-02', ARRAY['支部书记'], '示例', '2026-11-02') RETURNING id
        """,
        branch);
  }

  private long id(String sql, String branch) {
    return owner.call(
        connection ->
            NamedStatement.of(sql)
                .with("branch", branch)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}
