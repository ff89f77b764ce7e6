package org.liangpai.escalation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.liangpai.card.CardStatus;
import org.liangpai.card.HolderKind;
import org.liangpai.shared.NamedStatement;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;

/** Reads cards and verifications as the ladder sees them, many with one query. */
final class LadderReader {

  /**
   * A term is written as its due day and the days on which it was the verifier's turn: {@code
   * 2026-10-16 2026-10-15/2026-10-21}.
   */
  private static final String SELECT =
      """
      SELECT c.number, c.holder_kind, coalesce(b.branch_name, u.unit_name) AS name, c.branch_code,
          coalesce(u.committee_code, u.unit_code) AS committee, v.unit_code AS verifier, v.parent_code AS above,
          c.status, c.level, c.suspended_until, c.clock_stopped_on,
          coalesce(c.unit_code, c.issuer_code) AS lock, l.terms, l.items, l.reported, l.accepted,
          said.reported_on, said.accepted_on,
          (SELECT array_agg(s.rung || ' ' || s.taken_on) FROM escalation_step s WHERE s.subject = c.number) AS taken,
          d.state, d.next_rung, d.next_on, d.reason, d.version
      FROM card c
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      JOIN unit v ON v.unit_code =
          CASE WHEN c.branch_code IS NULL THEN c.issuer_code ELSE coalesce(u.committee_code, c.issuer_code) END
      CROSS JOIN LATERAL (
          SELECT array_agg(concat_ws(' ', one.due_on, turn.waits))
                  FILTER (WHERE one.stage NOT IN ('REPORTED', 'ACCEPTED')) AS terms,
              array_agg(one.item ORDER BY one.item) FILTER (WHERE one.stage NOT IN ('REPORTED', 'ACCEPTED')) AS items,
              bool_or(one.stage = 'REPORTED') AS reported, bool_or(one.stage = 'ACCEPTED') AS accepted
          FROM card_line one
          CROSS JOIN LATERAL (
              SELECT string_agg(began || '/' || coalesce(CAST(ended AS text), ''), ' ' ORDER BY began) AS waits
              FROM (
                  SELECT CAST(r.reported_at AT TIME ZONE 'Asia/Shanghai' AS date) AS began,
                      CAST(k.checked_at AT TIME ZONE 'Asia/Shanghai' AS date) AS ended
                  FROM line_report r JOIN line_check k ON k.report_id = r.id AND NOT k.passed
                  WHERE r.card_line_id = one.id
                  UNION ALL
                  SELECT e.asked_on, CAST(e.decided_at AT TIME ZONE 'Asia/Shanghai' AS date) FROM concession e
                  WHERE e.card_number = one.card_number AND e.kind = 'EXTENSION' AND e.status <> 'LAPSED'
                      AND e.asked_on <= one.due_on) AS wait) AS turn
          WHERE one.card_number = c.number AND one.open) AS l
      CROSS JOIN LATERAL (
          SELECT coalesce(max(e.acted_on) FILTER (WHERE e.act = 'LINE_REPORTED'), c.issued_on) AS reported_on,
              coalesce(max(e.acted_on) FILTER (WHERE e.act = 'LINE_ACCEPTED'), c.issued_on) AS accepted_on
          FROM card_event e WHERE e.card_number = c.number AND e.act IN ('LINE_REPORTED', 'LINE_ACCEPTED')) AS said
      LEFT JOIN escalation_decision d ON d.card_number = c.number
      """;

  private static final String AFTER =
      SELECT
          + """
          WHERE c.number > :after AND (c.status NOT IN ('CLEARED', 'WITHDRAWN') OR d.state <> 'ENDED')
          ORDER BY c.number LIMIT :limit
          """;

  private static final String OF =
      SELECT + "WHERE c.number = ANY (CAST(:numbers AS text[])) ORDER BY c.number";

  private static final String VERIFICATIONS =
      """
      SELECT v.unit_code AS committee, v.unit_name, v.parent_code, coalesce(open.month, o.month) AS month, open.due_on,
          coalesce(open.pending, 0) AS pending, o.state, o.next_rung, o.next_on, o.reason,
          (SELECT array_agg(s.rung || ' ' || s.taken_on) FROM escalation_step s
              WHERE s.subject = v.unit_code || ' ' || to_char(coalesce(open.month, o.month), 'YYYY-MM')) AS taken
      FROM (
          SELECT verifying_unit(f.duty, c.unit_code, c.parent_code) AS committee, f.month,
              min(f.verify_due_on) AS due_on, count(*) AS pending
          FROM finding f
          JOIN branch b ON b.branch_code = f.branch_code
          JOIN unit u ON u.unit_code = b.unit_code
          JOIN unit c ON c.unit_code = u.committee_code
          WHERE f.status = 'PENDING' AND f.carded
          GROUP BY 1, f.month) AS open
      FULL JOIN verification_outlook o ON o.unit_code = open.committee AND o.month = open.month
      JOIN unit v ON v.unit_code = coalesce(open.committee, o.unit_code)
      WHERE open.committee IS NOT NULL OR o.state <> 'ENDED'
      ORDER BY 1, 4
      """;

  private LadderReader() {}

  /** The cards that stand, and those that ended since the ladder last looked, in their order. */
  static List<LadderCard> after(Connection connection, String number, int limit)
      throws SQLException {
    return NamedStatement.of(AFTER)
        .with("after", number)
        .with("limit", limit)
        .list(connection, LadderReader::card);
  }

  /** Some cards. */
  static List<LadderCard> of(Connection connection, Collection<String> numbers)
      throws SQLException {
    return NamedStatement.of(OF)
        .with("numbers", numbers.toArray(String[]::new))
        .list(connection, LadderReader::card);
  }

  /**
   * What committees, and the units above for theirs, have still to verify, and what they finished
   * since the ladder last looked.
   */
  static List<OpenVerification> verifications(Connection connection) throws SQLException {
    return NamedStatement.of(VERIFICATIONS)
        .list(
            connection,
            row ->
                new OpenVerification(
                    row.getString("committee"),
                    row.getString("unit_name"),
                    row.getString("parent_code"),
                    day(row, "month"),
                    new VerificationState(
                        day(row, "due_on"), row.getInt("pending"), rungs(row).keySet()),
                    known(row)));
  }

  private static LadderCard card(ResultSet row) throws SQLException {
    List<String> items = texts(row, "items");
    CardState state =
        new CardState(
            CardStatus.valueOf(row.getString("status")),
            Level.valueOf(row.getString("level")),
            texts(row, "terms").stream().map(LadderReader::term).toList(),
            day(row, "reported_on"),
            row.getBoolean("reported"),
            row.getBoolean("accepted") ? day(row, "accepted_on") : null,
            day(row, "suspended_until"),
            day(row, "clock_stopped_on"),
            rungs(row));
    LadderCard.Place place =
        new LadderCard.Place(
            HolderKind.valueOf(row.getString("holder_kind")),
            row.getString("name"),
            row.getString("branch_code"),
            row.getString("committee"),
            row.getString("verifier"),
            row.getString("above"));
    return new LadderCard(
        row.getString("number"),
        place,
        state,
        items,
        row.getString("lock"),
        known(row),
        row.getInt("version"));
  }

  private static Term term(String text) {
    String[] parts = text.split(" ");
    return new Term(
        LocalDate.parse(parts[0]),
        Arrays.stream(parts).skip(1).map(part -> wait(part.split("/", 2))).toList());
  }

  private static Term.Wait wait(String[] days) {
    return new Term.Wait(
        LocalDate.parse(days[0]), days[1].isEmpty() ? null : LocalDate.parse(days[1]));
  }

  private static Outlook known(ResultSet row) throws SQLException {
    String next = row.getString("next_rung");
    return row.getString("state") == null
        ? null
        : new Outlook(
            LadderState.valueOf(row.getString("state")),
            next == null ? null : Rung.Name.valueOf(next),
            day(row, "next_on"),
            row.getString("reason"));
  }

  private static Map<Rung.Name, LocalDate> rungs(ResultSet row) throws SQLException {
    Map<Rung.Name, LocalDate> taken = new EnumMap<>(Rung.Name.class);
    for (String one : texts(row, "taken")) {
      String[] parts = one.split(" ");
      taken.put(Rung.Name.valueOf(parts[0]), LocalDate.parse(parts[1]));
    }
    return taken;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return row.getArray(column) == null
        ? List.of()
        : List.of((String[]) row.getArray(column).getArray());
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
