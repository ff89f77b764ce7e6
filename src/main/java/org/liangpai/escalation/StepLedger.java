package org.liangpai.escalation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liangpai.card.CardAct;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.warninglist.Rung;

/** Writes steps and what follows from them, many with one statement. */
final class StepLedger {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String LOCK =
      """
      SELECT CAST(pg_advisory_xact_lock(hashtextextended('card ' || :unit, 0)) AS text)
      """;

  private static final String HOLD =
      """
      SELECT number FROM card WHERE number = ANY (CAST(:numbers AS text[])) ORDER BY number FOR UPDATE
      """;

  private static final String STEPS =
      """
      INSERT INTO escalation_step (subject, rung, card_number, unit_code, month, anchor_on, due_on, taken_on, taken_at,
          reason, level_before, level_after)
      SELECT subject, rung, card, unit, month, anchor, due, :today, :at, reason, before, after
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS s (subject text, rung text, card text, unit text, month date,
          anchor date, due date, reason text, before text, after text)
      ON CONFLICT DO NOTHING
      RETURNING subject || ' ' || rung
      """;

  private static final String RAISE =
      """
      UPDATE card SET level = r.level, raised_level = r.level, level_reason = r.reason, version = version + 1
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (number text, level text, reason text)
      WHERE card.number = r.number
      """;

  private static final String EVENTS =
      """
      INSERT INTO card_event (card_number, at, acted_on, actor, act, reason, level, status)
      SELECT number, :at, :today, :by, act, reason, level, status
      FROM ROWS FROM (jsonb_to_recordset(CAST(:rows AS jsonb))
          AS (number text, act text, reason text, level text, status text)) WITH ORDINALITY
          AS e (number, act, reason, level, status, place)
      ORDER BY place
      """;

  private static final String CRITICISMS =
      """
      INSERT INTO criticism (card_number, branch_code, unit_code, holder_name, items, level_before, level_after, due_on,
          criticised_on)
      SELECT number, branch, unit, name, string_to_array(items, ' '), before, after, due, :today
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS k (number text, branch text, unit text, name text, items text,
          before text, after text, due date)
      """;

  /** What was said on older reading does not replace what was said meanwhile. */
  private static final String OUTLOOKS =
      """
      INSERT INTO escalation_decision (card_number, state, next_rung, next_on, reason, decided_at, version)
      SELECT number, state, next, next_on, reason, :at, known + 1
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS o (number text, state text, next text, next_on date, reason text,
          known integer)
      ORDER BY number
      ON CONFLICT ON CONSTRAINT pk_escalation_decision DO UPDATE SET state = excluded.state,
          next_rung = excluded.next_rung, next_on = excluded.next_on, reason = excluded.reason,
          decided_at = excluded.decided_at, version = escalation_decision.version + 1
      WHERE CAST(:held AS boolean) OR escalation_decision.version = excluded.version - 1
      """;

  private static final String VERIFICATION_OUTLOOKS =
      """
      INSERT INTO verification_outlook (unit_code, month, state, next_rung, next_on, reason, decided_at)
      SELECT unit, month, state, next, next_on, reason, :at
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS o (unit text, month date, state text, next text, next_on date,
          reason text)
      ORDER BY unit, month
      ON CONFLICT ON CONSTRAINT pk_verification_outlook DO UPDATE SET state = excluded.state,
          next_rung = excluded.next_rung, next_on = excluded.next_on, reason = excluded.reason,
          decided_at = excluded.decided_at
      """;

  private static final String LEADERS =
      """
      SELECT branch_code, account FROM supervision_assignment
      WHERE kind = 'CONTACT_LEADER' AND branch_code = ANY (CAST(:branches AS text[]))
          AND from_on <= :today AND (to_on IS NULL OR to_on >= :today) AND ended_at IS NULL
      ORDER BY branch_code, account
      """;

  private final Connection connection;
  private final Instant at;
  private final String by;

  StepLedger(Connection connection, Instant at, String by) {
    this.connection = connection;
    this.at = at;
    this.by = by;
  }

  /** Holds some cards of a committee against everybody else until the end of the transaction. */
  void hold(String committee, Collection<String> numbers) throws SQLException {
    NamedStatement.of(LOCK).with("unit", committee).list(connection, row -> row.getString(1));
    NamedStatement.of(HOLD)
        .with("numbers", numbers.toArray(String[]::new))
        .list(connection, row -> row.getString(1));
  }

  /** Writes the steps that nobody has taken, and gives those. */
  List<Step> take(List<Step> steps) throws SQLException {
    if (steps.isEmpty()) {
      return List.of();
    }
    Set<String> won =
        new HashSet<>(
            statement(STEPS, steps.stream().map(StepLedger::row).toList())
                .list(connection, row -> row.getString(1)));
    return steps.stream().filter(step -> won.contains(step.key())).toList();
  }

  private static Map<String, Object> row(Step step) {
    Map<String, Object> row = new HashMap<>();
    row.put("subject", step.subject());
    row.put("rung", step.rung());
    row.put("card", step.card() == null ? null : step.card().number());
    row.put("unit", step.unit());
    row.put("month", text(step.month()));
    row.put("anchor", text(step.due().anchor()));
    row.put("due", text(step.due().on()));
    row.put("reason", step.due().reason());
    row.put("before", step.before());
    row.put("after", step.after());
    return row;
  }

  /** Raises the cards of the steps that raise, and keeps the steps in the history of the cards. */
  void follow(List<Step> steps) throws SQLException {
    List<Map<String, ?>> raised = new ArrayList<>();
    List<Map<String, ?>> events = new ArrayList<>();
    List<Map<String, ?>> criticisms = new ArrayList<>();
    for (Step step : steps) {
      if (step.raises()) {
        raised.add(Map.of("number", step.subject(), "level", step.after(), "reason", step.told()));
        events.add(event(step, CardAct.LEVEL_RAISED));
      }
      // The history of a card is read by its holder, what is proposed about people is not.
      if (step.rung() != Rung.Name.PROPOSE_INTERVIEW) {
        events.add(event(step, CardAct.ESCALATED));
      }
      if (step.rung() == Rung.Name.CRITICISE) {
        criticisms.add(criticism(step));
      }
    }
    if (!raised.isEmpty()) {
      statement(RAISE, raised).execute(connection);
    }
    if (!events.isEmpty()) {
      statement(EVENTS, events).execute(connection);
    }
    if (!criticisms.isEmpty()) {
      statement(CRITICISMS, criticisms).execute(connection);
    }
  }

  private static Map<String, ?> event(Step step, CardAct act) {
    return Map.of(
        "number",
        step.subject(),
        "act",
        act,
        "reason",
        step.told(),
        "level",
        step.after(),
        "status",
        step.card().state().status());
  }

  private static Map<String, ?> criticism(Step step) {
    Map<String, Object> row = new HashMap<>();
    row.put("number", step.subject());
    row.put("branch", step.card().place().branch());
    row.put("unit", step.unit());
    row.put("name", step.card().place().name());
    row.put("items", String.join(" ", step.card().items()));
    row.put("before", step.before());
    row.put("after", step.after());
    row.put("due", text(step.due().anchor()));
    return row;
  }

  /** What was said of a card on reading it. */
  record Said(LadderCard card, Outlook outlook) {

    boolean isNew() {
      return !outlook.equals(card.known());
    }
  }

  /**
   * Keeps what is said of cards, where it is new.
   *
   * @param held whether the cards are held, so that nobody knows better
   */
  void say(List<Said> all, boolean held) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Said one : all) {
      if (one.isNew()) {
        Map<String, Object> row = row(one.outlook());
        row.put("number", one.card().number());
        row.put("known", one.card().version());
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      statement(OUTLOOKS, rows).with("held", held).execute(connection);
    }
  }

  /** What was said of a verification on reading it. */
  record SaidOfVerification(OpenVerification verification, Outlook outlook) {

    boolean isNew() {
      return !outlook.equals(verification.known());
    }
  }

  /** Keeps what is said of verifications. */
  void sayOfVerifications(List<SaidOfVerification> all) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SaidOfVerification one : all) {
      Map<String, Object> row = row(one.outlook());
      row.put("unit", one.verification().committee());
      row.put("month", text(one.verification().month()));
      rows.add(row);
    }
    statement(VERIFICATION_OUTLOOKS, rows).execute(connection);
  }

  private static Map<String, Object> row(Outlook outlook) {
    Map<String, Object> row = new HashMap<>();
    row.put("state", outlook.state());
    row.put("next", outlook.next());
    row.put("next_on", text(outlook.on()));
    row.put("reason", outlook.reason());
    return row;
  }

  /** The accounts of the contact leaders of some branches who are in office today. */
  Map<String, List<String>> leaders(Collection<String> branches) throws SQLException {
    Map<String, List<String>> leaders = new HashMap<>();
    if (!branches.isEmpty()) {
      NamedStatement.of(LEADERS)
          .with("branches", branches.toArray(String[]::new))
          .with("today", today())
          .each(
              connection,
              row ->
                  leaders
                      .computeIfAbsent(row.getString(1), branch -> new ArrayList<>())
                      .add(row.getString(2)));
    }
    return leaders;
  }

  LocalDate today() {
    return LocalDate.ofInstant(at, ClockProducer.ZONE);
  }

  private NamedStatement statement(String sql, List<? extends Map<String, ?>> rows) {
    return NamedStatement.of(sql)
        .with("rows", json(rows))
        .with("today", today())
        .with("at", OffsetDateTime.ofInstant(at, ClockProducer.ZONE))
        .with("by", by);
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static String json(List<? extends Map<String, ?>> rows) {
    try {
      return MAPPER.writeValueAsString(rows);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
