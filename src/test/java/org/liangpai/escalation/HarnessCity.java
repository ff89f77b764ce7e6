package org.liangpai.escalation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.liangpai.audit.PlainTrail;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Rung;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A city of cards whose stories are known, so that every step that must be taken is known as well.
 */
final class HarnessCity {

  static final int COMMITTEES = 6;

  private static final String SET_UP =
      """
      INSERT INTO unit (unit_code, unit_name, level, parent_code, path, committee_code, recorded_at, recorded_by)
      VALUES ('C', '示例市委', 'CITY', NULL, '{C}', NULL, now(), 'x'), ('X', '示例县委', 'COUNTY', 'C', '{C,X}', NULL, now(), 'x');
      INSERT INTO unit (unit_code, unit_name, level, parent_code, path, committee_code, recorded_at, recorded_by)
      SELECT 'W' || n, '示例党委' || n, 'COMMITTEE', 'X', ARRAY['C', 'X', 'W' || n], 'W' || n, now(), 'x'
      FROM generate_series(0, %d) n;
      INSERT INTO item_edition (list_fingerprint, item, content) VALUES ('x', 'YX-16', '{}');
      CREATE TABLE harness_change (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, card text NOT NULL,
          act text NOT NULL, on_day date NOT NULL, done boolean NOT NULL DEFAULT false);
      CREATE FUNCTION harness_act(change bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
          SET search_path = public, pg_temp AS $$
      DECLARE
          of harness_change;
          held text;
      BEGIN
          SELECT coalesce(unit_code, issuer_code) INTO held FROM card
              WHERE number = (SELECT card FROM harness_change WHERE id = change);
          PERFORM pg_advisory_xact_lock(hashtextextended('card ' || held, 0));
          UPDATE harness_change SET done = true WHERE id = change AND NOT done RETURNING * INTO of;
          IF NOT FOUND THEN
              RETURN;
          END IF;
          CASE of.act
              WHEN 'REPORT' THEN
                  UPDATE card_line SET stage = 'REPORTED' WHERE card_number = of.card;
                  UPDATE card SET status = 'AWAITING_ACCEPTANCE' WHERE number = of.card;
                  INSERT INTO card_event (card_number, at, acted_on, actor, act, level, status)
                      VALUES (of.card, now(), of.on_day, 'x', 'LINE_REPORTED', 'YELLOW', 'AWAITING_ACCEPTANCE');
              WHEN 'EXTEND' THEN UPDATE card_line SET due_on = '9000-01-01' WHERE card_number = of.card;
              WHEN 'SUSPEND' THEN UPDATE card SET suspended_until = '9000-01-01' WHERE number = of.card;
              WHEN 'OBJECT' THEN UPDATE card SET clock_stopped_on = of.on_day WHERE number = of.card;
              WHEN 'CLEAR' THEN
                  UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = of.on_day
                      WHERE card_number = of.card;
                  UPDATE card SET status = 'CLEARED' WHERE number = of.card;
          END CASE;
      END $$;
      GRANT SELECT ON harness_change TO liangpai_app;
      """;

  private static final String CARD =
      """
      WITH at AS (
          INSERT INTO branch (branch_code, branch_name, unit_code, domain, kind, founded_on, version, effective_on,
              recorded_at, recorded_by)
          VALUES (:branch, '示例支部', :committee, 'RURAL', 'NORMAL', '2010-01-01', 1, '2010-01-01', now(), 'x')
          RETURNING branch_code),
      made AS (
          INSERT INTO card (number, holder_kind, branch_code, unit_code, issuer_code, month, level, graded_level,
              level_reason, status, issued_at, issued_on, issued_by, due_on, due_provisional)
          SELECT :number, CASE WHEN :unit THEN 'UNIT' ELSE 'BRANCH' END, CASE WHEN NOT :unit THEN branch_code END,
              CASE WHEN :unit THEN :committee END, CASE WHEN :unit THEN 'X' ELSE :committee END, :month, :level, :level,
              'x', 'RECTIFYING', now(), :issued, 'x', :due, false
          FROM at RETURNING number),
      line AS (
          INSERT INTO card_line (card_number, branch_code, item, item_level, start_level, relapse, due_on,
              due_provisional, added_on, stage)
          SELECT number, branch_code, 'YX-16', :level, :level, false, :due, false, :issued, 'IN_WORK' FROM made, at)
      INSERT INTO harness_change (card, act, on_day)
      SELECT number, :act, :acted FROM made WHERE CAST(:act AS text) IS NOT NULL
      """;

  /** What one committee has still to verify of a month of its own. */
  private static final String FINDING =
      """
      WITH run AS (
          INSERT INTO sweep (id, month, occasion, status, requested_by, started_at, list_fingerprint, rules_fingerprint,
              branches_on_roster, branches_to_judge)
          VALUES (gen_random_uuid(), :month, 'REQUESTED', 'DONE', 'x', now(), 'x', 'x', 1, 1) RETURNING id)
      INSERT INTO finding (branch_code, month, item, duty, carded, level, running, sentence, judged_values, limits,
          working_days, list_fingerprint, roster_version, found_in, found_at, verify_due_on, latest_values)
      SELECT :branch, :month, 'YX-16', 'BRANCH', true, 'YELLOW', 1, 'x', '{}', '{}', 10, 'x', 1, id, now(), :due, '{}'
      FROM run
      """;

  private final Transactions owner;
  private final Map<String, LadderStory> stories = new LinkedHashMap<>();
  private final List<String> verifications = new ArrayList<>();
  private int made;

  HarnessCity(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("postgres");
    source.setPassword("postgres");
    owner = new Transactions(source) {};
  }

  /** Migrates the database and puts the units in. */
  void begin(String url, String password) {
    Flyway.configure()
        .dataSource(url, "liangpai", password)
        .placeholders(Map.of("app", "liangpai_app", "sweep", "liangpai_sweep"))
        .locations("classpath:db/migration")
        .load()
        .migrate();
    execute(SET_UP.formatted(COMMITTEES - 1));
  }

  void execute(String sql) {
    owner.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  /** Issues a card whose story is known. */
  String issue(LadderStory story, LocalDate dueOn) {
    made++;
    String number = "H-" + made;
    String committee = "W" + made % COMMITTEES;
    owner.call(
        connection ->
            NamedStatement.of(CARD)
                .with("branch", "B" + made)
                .with("committee", committee)
                .with("number", number)
                .with("unit", story.ofUnit())
                .with("month", LocalDate.of(1900, 1, 1).plusMonths(made))
                .with("level", story.level().name())
                .with("issued", dueOn.minusMonths(1))
                .with("due", dueOn)
                .with("act", story.act())
                .with("acted", story.actOn(dueOn))
                .execute(connection));
    stories.put(number, story);
    return number;
  }

  /** Lets a finding wait for its verification. */
  void find(LocalDate dueOn) {
    LocalDate month = LocalDate.of(1900, 1, 1).plusMonths(made);
    owner.call(
        connection ->
            NamedStatement.of(FINDING)
                .with("branch", "B" + made)
                .with("month", month)
                .with("due", dueOn)
                .execute(connection));
    verifications.add(
        "W%d %d-%02d".formatted(made % COMMITTEES, month.getYear(), month.getMonthValue()));
  }

  /** How many steps there must be in the end. */
  int expectedSteps() {
    return stories.values().stream().mapToInt(story -> story.rungs().size()).sum()
        + 2 * verifications.size();
  }

  /** What is missing, doubled or too much of what the stories ask for. */
  List<String> faults() {
    return owner.call(
        connection -> {
          List<String> faults = new ArrayList<>();
          compare(faults, "step", expected(true, true), counted(connection, STEPS));
          compare(faults, "notice", notices(), counted(connection, NOTICES));
          compare(faults, "audit entry", expected(true, true), counted(connection, ENTRIES));
          compare(faults, "event", expected(false, false), counted(connection, EVENTS));
          compare(
              faults, "criticism", ofRung(Rung.Name.CRITICISE), counted(connection, CRITICISMS));
          compare(
              faults,
              "proposal",
              ofRung(Rung.Name.PROPOSE_INTERVIEW),
              counted(connection, PROPOSALS));
          compare(faults, "raise", raises(), counted(connection, RAISES));
          compare(faults, "level", levels(), counted(connection, LEVELS));
          PlainTrail.damages(connection).forEach(damage -> faults.add("audit: " + damage));
          return faults;
        });
  }

  private static final String STEPS =
      "SELECT subject || ' ' || rung, count(*) FROM escalation_step GROUP BY 1";
  private static final String NOTICES =
      """
      SELECT n.key, count(DISTINCT n.id) FROM notice n JOIN notice_addressee a ON a.notice_id = n.id GROUP BY 1
      """;
  private static final String ENTRIES =
      """
      SELECT object || ' ' || (after ->> 'rung'), count(*) FROM audit_entry WHERE act = 'ESCALATED' GROUP BY 1
      """;
  private static final String EVENTS =
      """
      SELECT card_number || ' ' || split_part(reason, '：', 1), count(*) FROM card_event WHERE act = 'ESCALATED' GROUP BY 1
      """;
  private static final String CRITICISMS =
      "SELECT card_number || ' CRITICISE', count(*) FROM criticism GROUP BY 1";
  private static final String PROPOSALS =
      "SELECT card_number || ' PROPOSE_INTERVIEW', count(*) FROM accountability_case GROUP BY 1";
  private static final String RAISES =
      "SELECT card_number, count(*) FROM card_event WHERE act = 'LEVEL_RAISED' GROUP BY 1";
  private static final String LEVELS = "SELECT number || ' ' || level, 1 FROM card";

  private static Map<String, Integer> counted(Connection connection, String sql)
      throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    NamedStatement.of(sql).each(connection, row -> counts.put(row.getString(1), row.getInt(2)));
    return counts;
  }

  private static void compare(
      List<String> faults, String what, List<String> expected, Map<String, Integer> found) {
    for (String key : expected) {
      int count = found.getOrDefault(key, 0);
      if (count != 1) {
        faults.add("%s %s is there %d times".formatted(what, key, count));
      }
    }
    found.keySet().stream()
        .filter(key -> !expected.contains(key))
        .forEach(key -> faults.add("%s %s is not asked for".formatted(what, key)));
  }

  private List<String> expected(boolean ofProposals, boolean ofVerifications) {
    List<String> all = new ArrayList<>();
    stories.forEach(
        (card, story) ->
            story.rungs().stream()
                .filter(rung -> ofProposals || rung != Rung.Name.PROPOSE_INTERVIEW)
                .forEach(rung -> all.add(card + " " + rung)));
    if (ofVerifications) {
      for (String verification : verifications) {
        all.add(verification + " " + Rung.Name.REMIND_VERIFIER);
        all.add(verification + " " + Rung.Name.TELL_PARENT);
      }
    }
    return all;
  }

  private List<String> ofRung(Rung.Name rung) {
    return expected(true, false).stream().filter(key -> key.endsWith(" " + rung)).toList();
  }

  private List<String> notices() {
    List<String> all = new ArrayList<>(expected(false, true));
    ofRung(Rung.Name.URGE_BRANCH).forEach(key -> all.add(key + " COPY"));
    ofRung(Rung.Name.PROPOSE_INTERVIEW)
        .forEach(key -> all.add("ACCOUNTABILITY OVERDUE " + key.split(" ")[0]));
    return all;
  }

  private List<String> raises() {
    return stories.entrySet().stream()
        .filter(one -> one.getValue().level() != one.getValue().lastLevel())
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> levels() {
    return stories.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue().lastLevel())
        .collect(Collectors.toList());
  }

  /** How many transactions of the processes have been rolled back so far, as far as it is told. */
  long interrupted() {
    return owner.call(
        connection ->
            NamedStatement.of(
                    "SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()")
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}
