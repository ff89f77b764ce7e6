package org.liangpai.notice;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/**
 * A notice to everybody of the walk, one to nobody of it, a robot, a dead letter and a calendar.
 */
@Singleton
class WalkedNotices implements WalkedFeature {

  private static final String TOKEN = "walked";
  private static final String LETTER = "00000000-0000-4000-8000-000000000001";

  private static final List<String> STATEMENTS =
      List.of(
          """
          WITH told AS (
              INSERT INTO notice (key, kind, title, body, link, at)
              VALUES ('walked', 'CARD', '标题', '内容。', '/cards', '2026-11-09') RETURNING id)
          INSERT INTO notice_addressee (notice_id, desk, code)
          SELECT told.id, desk, code FROM told, (
              SELECT 'ACCOUNT', name FROM account
              UNION ALL VALUES ('SECRETARY', 'B1'), ('OFFICE', 'W1')) AS seat (desk, code)
          """,
          """
          WITH told AS (
              INSERT INTO notice (key, kind, title, body, link, at)
              VALUES ('elsewhere', 'CARD', '标题', '内容。', '/cards', '2026-11-09') RETURNING id)
          INSERT INTO notice_addressee (notice_id, desk, code) SELECT id, 'SECRETARY', 'B9' FROM told
          """,
          """
          INSERT INTO notice_robot (kind, name, unit_code, url, url_hash, rhythm, created_at, created_by)
          VALUES ('WECOM', '示例群', 'W1', 'http://127.0.0.1:9/', '', 'AT_ONCE', now(), '示例')
          """,
          """
          INSERT INTO notice_message (id, channel, recipient, status, created_at, next_at, ended_at)
          VALUES ('%s', 'MAIL', 'nobody', 'DEAD', now(), now(), now())
          """
              .formatted(LETTER),
          """
          INSERT INTO notice_feed (account, token_hash, issued_at)
          VALUES ('nobody', sha256(convert_to('%s', 'UTF8')), now())
          """
              .formatted(TOKEN));

  private final OwnerTransactions owner;

  WalkedNotices(OwnerTransactions owner) {
    this.owner = owner;
  }

  @Override
  public Map<String, String> bodies() {
    String robot =
        """
        {"kind":"WECOM","name":"示例群","unitCode":"W1","url":"http://127.0.0.1:9/"}
        """;
    return Map.ofEntries(
        Map.entry("POST /api/notices/channels", robot),
        Map.entry("PUT /api/notices/channels/{id}", robot),
        Map.entry("PUT /api/notices/settings", "{}"),
        Map.entry("POST /notices/channels", ""),
        Map.entry("POST /notices/channels/{id}", ""),
        Map.entry("POST /notices/channels/{id}/trial", ""),
        Map.entry("POST /notices/channels/{id}/removal", ""),
        Map.entry("POST /notices/dead-letters/{id}/sending", ""),
        Map.entry("POST /notices/{id}/reading", ""),
        Map.entry("POST /notices/reading", ""),
        Map.entry("POST /notices/settings", ""),
        Map.entry("POST /notices/settings/feed", ""),
        Map.entry("POST /notices/settings/feed/removal", ""));
  }

  @Override
  public Map<String, Walked> objects() {
    return owner.call(
        connection -> {
          for (String statement : STATEMENTS) {
            NamedStatement.of(statement).execute(connection);
          }
          return Map.of(
              "notices", new Walked(notice(connection, "walked"), notice(connection, "elsewhere")),
              "channels", new Walked(number(connection, "SELECT max(id) FROM notice_robot"), null),
              "dead-letters", new Walked(LETTER, null),
              "calendar", new Walked(TOKEN, null));
        });
  }

  private static long notice(Connection connection, String key) throws SQLException {
    return number(connection, "SELECT id FROM notice WHERE key = '" + key + "'");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return NamedStatement.of(sql).list(connection, row -> row.getLong(1)).get(0);
  }
}
