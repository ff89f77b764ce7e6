package org.liangpai.timeline;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.liangpai.card.CardAct;
import org.liangpai.card.web.CardTexts;
import org.liangpai.dictionary.Row;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/**
 * The words in which stories are told: who does what on which day, by the API and with the posts of
 * those people, and what came of it. A line of a card is named by branch and item, as in {@code "B1
 * YX-22"}.
 */
@ApplicationScoped
class Story {

  static final YearMonth AUGUST = YearMonth.of(2026, 8);
  static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  static final String SECRETARY = "BRANCH_SECRETARY@B1";
  static final String COMMITTEE = "COMMITTEE_OFFICER@W1";
  static final String COUNTY = "COUNTY_OFFICER@X1";
  static final String CITY = "CITY_OFFICER@C1";

  private final TestCity city;
  private final SweepingCity sweeping;
  private final TestClock time;
  private final Mornings mornings;
  private final OwnerTransactions transactions;

  Story(
      TestCity city,
      SweepingCity sweeping,
      TestClock time,
      Mornings mornings,
      OwnerTransactions transactions) {
    this.city = city;
    this.sweeping = sweeping;
    this.time = time;
    this.mornings = mornings;
    this.transactions = transactions;
  }

  /** A fresh city in which some branches of W1 filed healthy records of the year so far. */
  void begins(LocalDate day, String... branches) {
    time.set(day);
    city.reset();
    for (String branch : branches) {
      city.branch(branch, UnaryOperator.identity());
      city.records(branch, YearMonth.of(2026, 1), YearMonth.from(day).minusMonths(1));
    }
  }

  /** A branch files a month with a figure above zero that should be zero. */
  void files(String branch, YearMonth month, String... faulty) {
    city.record(
        branch,
        month,
        row -> {
          Row changed = row;
          for (String field : faulty) {
            changed = changed.with(field, 1);
          }
          return changed;
        });
  }

  /** Every morning up to this day comes and goes. */
  void comes(String day) {
    LocalDate last = LocalDate.parse(day);
    LocalDate next = LocalDate.ofInstant(time.instant(), ClockProducer.ZONE).plusDays(1);
    for (; !next.isAfter(last); next = next.plusDays(1)) {
      time.set(next);
      mornings.run();
    }
  }

  /** A month is swept, and the committee confirms what was found. */
  void confirms(YearMonth month, String... findings) {
    sweeping.sweep(month);
    sweeping.confirm(month, findings);
  }

  /** The holder proposes one measure for a line, due with it. */
  void plans(String who, String line) {
    Line at = line(line);
    done(
        who,
        "/api/cards/" + at.card() + "/measures",
        Map.of(
            "lineId",
            at.id(),
            "measures",
            List.of(
                Map.of(
                    "what", "示例：逐人提醒并收缴",
                    "responsible", "组织委员",
                    "dueOn", at.dueOn().toString()))));
  }

  void acceptsPlan(String who, String line) {
    done(who, "/api/measures/" + plan(line) + "/acceptance", Map.of());
  }

  void returnsPlan(String who, String line) {
    done(
        who,
        "/api/measures/" + plan(line) + "/return",
        Map.of("reason", "NOT_CONCRETE", "remark", "示例：请写明由谁在哪天前做"));
  }

  /** The holder reports a line done today. */
  void reports(String who, String line) {
    LocalDate today = LocalDate.ofInstant(time.instant(), ClockProducer.ZONE);
    done(who, path(line) + "/report", Map.of("text", "示例：已经办好", "doneOn", today.toString()));
  }

  void accepts(String who, String line) {
    done(who, path(line) + "/acceptance", Map.of());
  }

  void rejects(String who, String line) {
    done(who, path(line) + "/rejection", Map.of("reason", "PARTLY_DONE", "remark", "示例：还差一部分"));
  }

  void clears(String who, String line) {
    done(who, path(line) + "/clearance", Map.of());
  }

  /** From plan to report, all today; nobody objects. */
  void mends(String who, String verifier, String line) {
    plans(who, line);
    acceptsPlan(verifier, line);
    reports(who, line);
  }

  /** Somebody does something by the API, and it is done. */
  Response done(String who, String path, Object body) {
    Response response = tries(who, path, body);
    if (response.statusCode() >= 300) {
      throw new AssertionError(
          who + " " + path + " " + response.statusCode() + " " + response.asString());
    }
    return response;
  }

  /** Somebody tries something by the API. */
  Response tries(String who, String path, Object body) {
    return given()
        .noFilters()
        .header("Authorization", Tester.with(who))
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  /** What somebody reads by the API. */
  Response reads(String who, String path) {
    return given().noFilters().header("Authorization", Tester.with(who)).get(path);
  }

  /** The number of the card on which a line stands or stood last. */
  String card(String line) {
    return line(line).card();
  }

  /** The due day of a line. */
  LocalDate dueOn(String line) {
    return line(line).dueOn();
  }

  /** All that happened to a card, each act with its day and the level that it left. */
  List<String> history(String card) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    "SELECT acted_on, act, level FROM card_event WHERE card_number = :card ORDER BY id")
                .with("card", card)
                .list(
                    connection,
                    row ->
                        row.getString(1).substring(5)
                            + " "
                            + CardTexts.label(CardAct.valueOf(row.getString(2)))
                            + " "
                            + row.getString(3)));
  }

  /** Everybody who was told something, each with the day and the title: silence shows as well. */
  List<String> told(String desk) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT to_char(n.at AT TIME ZONE 'Asia/Shanghai', 'MM-DD'), n.title FROM notice n
                    JOIN notice_addressee a ON a.notice_id = n.id
                    WHERE a.desk || ' ' || a.code = :desk ORDER BY n.id
                    """)
                .with("desk", desk)
                .list(connection, row -> row.getString(1) + " " + row.getString(2)));
  }

  /** The steps of the ladder that were taken, each with its day. */
  List<String> steps(String card) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT to_char(taken_on, 'MM-DD'), rung FROM escalation_step WHERE card_number = :card ORDER BY id
                    """)
                .with("card", card)
                .list(connection, row -> row.getString(1) + " " + row.getString(2)));
  }

  /** The proposals of accountability, each with its day, ground and subject. */
  List<String> proposals() {
    return new ArrayList<>(
        transactions.call(
            connection ->
                NamedStatement.of(
                        "SELECT to_char(proposed_at AT TIME ZONE 'Asia/Shanghai', 'MM-DD'), ground FROM accountability_case ORDER BY id")
                    .list(connection, row -> row.getString(1) + " " + row.getString(2))));
  }

  /** Changes the city behind the service's back. */
  void changes(String sql) {
    sweeping.execute(sql);
  }

  private record Line(long id, String card, LocalDate dueOn) {}

  private Line line(String named) {
    String[] branchAndItem = named.split(" ");
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT id, card_number, due_on FROM card_line
                    WHERE branch_code = :branch AND item = :item ORDER BY id DESC LIMIT 1
                    """)
                .with("branch", branchAndItem[0])
                .with("item", branchAndItem[1])
                .list(
                    connection,
                    row ->
                        new Line(
                            row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)))
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + named)));
  }

  private String path(String line) {
    return "/api/cards/" + line(line).card() + "/lines/" + line(line).id();
  }

  private long plan(String line) {
    return transactions.call(
        connection ->
            NamedStatement.of("SELECT max(id) FROM measure_plan WHERE card_line_id = :line")
                .with("line", line(line).id())
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}
