package org.liangpai.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.PathSegment;

/** What people agreed on and is due: help that a unit is asked for, and the next visits. */
final class DueAgreements {

  private static final String HELP =
      """
      SELECT r.id, coalesce(r.promised_on, r.due_on) AS day, r.asking_name, r.promised_on IS NOT NULL AS promised
      FROM help_request r WHERE r.status IN ('ASKED', 'TAKEN') AND r.asked_unit = ANY (CAST(:units AS text[]))
      ORDER BY 2, 1 LIMIT :most
      """;

  /**
   * The day that the latest visit of the branch says; an earlier one no longer counts. A branch
   * beyond the reach of the post is left out, as its notices are.
   */
  private static final String VISITS =
      """
      SELECT s.kind, s.branch_code, b.branch_name, last.next_on
      FROM supervision_assignment s
      JOIN branch b ON b.branch_code = s.branch_code
      JOIN LATERAL (
          SELECT v.next_on FROM visit v
          WHERE v.branch_code = s.branch_code AND v.kind = s.kind AND v.withdrawn_at IS NULL
          ORDER BY v.visited_on DESC, v.id DESC LIMIT 1) AS last ON last.next_on IS NOT NULL
      JOIN notice_desks(:today) d ON d.account = s.account AND d.code = s.branch_code
          AND d.desk = CASE s.kind WHEN 'CONTACT_LEADER' THEN 'LEADER' ELSE s.kind END
      WHERE s.account = :account AND s.ended_at IS NULL
          AND s.from_on <= :today AND (s.to_on IS NULL OR s.to_on >= :today)
      ORDER BY last.next_on, s.branch_code LIMIT :most
      """;

  private DueAgreements() {}

  /** The requests that these units have to answer or to finish. */
  static List<DueEvent> help(Connection connection, List<String> units, int most)
      throws SQLException {
    return NamedStatement.of(HELP)
        .with("units", units.toArray(String[]::new))
        .with("most", most)
        .list(
            connection,
            row ->
                new DueEvent(
                    "help-" + row.getLong("id"),
                    row.getObject("day", LocalDate.class),
                    (row.getBoolean("promised") ? "答应办好：" : "求助到期：") + row.getString("asking_name"),
                    "求助" + row.getLong("id"),
                    "/help-requests/" + row.getLong("id")));
  }

  /** The next visits to the branches that are assigned to an account. */
  static List<DueEvent> visits(Connection connection, String account, LocalDate today, int most)
      throws SQLException {
    return NamedStatement.of(VISITS)
        .with("account", account)
        .with("today", today)
        .with("most", most)
        .list(
            connection,
            row ->
                new DueEvent(
                    "visit-" + row.getString("kind") + "-" + row.getString("branch_code"),
                    row.getObject("next_on", LocalDate.class),
                    "约定走访：" + row.getString("branch_name"),
                    "上次走访时约定",
                    "/supervision/branches/" + PathSegment.of(row.getString("branch_code"))));
  }
}
