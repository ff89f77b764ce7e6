package org.liangpai.rectification;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** The words in which the tests of rectification tell who did what, by HTTP with real posts. */
@ApplicationScoped
class Rectifying {

  static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  /** The card of B1 for YX-16, issued on 2026-11-09 and due on 2026-11-23. */
  static final String CARD = "W1-2026-0001";

  static final LocalDate DUE = LocalDate.of(2026, 11, 23);
  static final String SECRETARY = "BRANCH_SECRETARY@B1";
  static final String COMMITTEE = "COMMITTEE_OFFICER@W1";
  static final String COUNTY = "COUNTY_OFFICER@X1";
  static final String CITY = "CITY_OFFICER@C1";

  private final TestCity city;
  private final SweepingCity sweeping;
  private final OwnerTransactions owner;
  private final TestClock time;

  Rectifying(TestCity city, SweepingCity sweeping, OwnerTransactions owner, TestClock time) {
    this.city = city;
    this.sweeping = sweeping;
    this.owner = owner;
    this.time = time;
  }

  /** B1 of W1 has a yellow card for October with the lines of some numbers out of order. */
  void begin(String... faulty) {
    time.reset();
    city.reset();
    owner.call(connection -> NamedStatement.of("TRUNCATE notice CASCADE").execute(connection));
    city.branch("B1", UnaryOperator.identity());
    city.records("B1", YearMonth.of(2026, 7), YearMonth.of(2026, 9));
    files(OCTOBER, faulty);
    sweepAndConfirm(OCTOBER);
  }

  /** B1 files a month with numbers out of order. */
  void files(YearMonth month, String... faulty) {
    city.record(
        "B1",
        month,
        row -> {
          var changed = row;
          for (String field : faulty) {
            changed = changed.with(field, 1);
          }
          return changed;
        });
  }

  /** Sweeps a month and confirms all of it. */
  void sweepAndConfirm(YearMonth month) {
    sweeping.sweep(month);
    sweeping.confirm(month, sweeping.findings(month).keySet().toArray(String[]::new));
  }

  void today(LocalDate day) {
    time.set(day);
  }

  /** As if somebody had filed it whose posts were others then. */
  void pretend(String table, String filer, String account) {
    sweeping.execute("UPDATE %s SET %s = '%s'".formatted(table, filer, account));
  }

  /** Makes the card red behind the service's back. */
  void redden(String number) {
    sweeping.execute("UPDATE card SET level = 'RED' WHERE number = '%s'".formatted(number));
  }

  /** The line of an item of a card. */
  long line(String number, String item) {
    return Long.parseLong(
        one(
            "SELECT id::text FROM card_line WHERE card_number = '%s' AND item = '%s'"
                .formatted(number, item)));
  }

  /** The latest plan of a card. */
  long plan(String number) {
    return Long.parseLong(
        one(
            "SELECT max(p.id)::text FROM measure_plan p JOIN card_line l ON l.id = p.card_line_id WHERE l.card_number = '%s'"
                .formatted(number)));
  }

  Response propose(String who, String number, long line, LocalDate dueOn) {
    return post(
        who,
        "/api/cards/" + number + "/measures",
        Map.of(
            "lineId",
            line,
            "measures",
            List.of(Map.of("what", "与申请人谈话", "responsible", "支部书记", "dueOn", dueOn.toString()))));
  }

  Response acceptPlan(String who, long plan) {
    return post(who, "/api/measures/" + plan + "/acceptance", Map.of());
  }

  Response returnPlan(String who, long plan, String reason) {
    return post(
        who, "/api/measures/" + plan + "/return", Map.of("reason", reason, "remark", "请写明与谁谈话"));
  }

  Response report(String who, String number, long line, LocalDate doneOn) {
    return post(
        who,
        "/api/cards/" + number + "/lines/" + line + "/report",
        Map.of("text", "已与申请人谈话并记录", "doneOn", doneOn.toString()));
  }

  Response accept(String who, String number, long line) {
    return post(who, "/api/cards/" + number + "/lines/" + line + "/acceptance", Map.of());
  }

  Response reject(String who, String number, long line) {
    return post(
        who,
        "/api/cards/" + number + "/lines/" + line + "/rejection",
        Map.of("reason", "NOT_DONE", "remark", "还有一人没有谈话"));
  }

  Response clear(String who, String number, long line) {
    return post(who, "/api/cards/" + number + "/lines/" + line + "/clearance", Map.of());
  }

  Response clearCard(String who, String number) {
    return post(who, "/api/cards/" + number + "/clearance", Map.of());
  }

  /** The line goes from its plan to its report, by the secretary and the committee. */
  void reported(String number, long line) {
    propose(SECRETARY, number, line, DUE).then().statusCode(200);
    acceptPlan(COMMITTEE, plan(number)).then().statusCode(200);
    report(SECRETARY, number, line, LocalDate.ofInstant(time.instant(), time.getZone()))
        .then()
        .statusCode(200);
  }

  Response post(String who, String path, Map<String, ?> body) {
    return given()
        .header("Authorization", Tester.with(who))
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  /** The acts of a card, in their order. */
  List<String> history(String number) {
    return strings(
        "SELECT act FROM card_event WHERE card_number = '%s' ORDER BY id".formatted(number));
  }

  /** The notices of a card without its number, each with its addressees. */
  List<String> notices(String number) {
    return strings(
        """
        SELECT substr(n.key, %d) || ' -> ' || string_agg(a.desk || ' ' || a.code, ' ' ORDER BY a.id)
        FROM notice n JOIN notice_addressee a ON a.notice_id = n.id
        WHERE n.key LIKE '%s %%' GROUP BY n.id, n.key ORDER BY n.id
        """
            .formatted(number.length() + 2, number));
  }

  /** Status, watch and what it reopens. */
  String card(String number) {
    return one(
        """
        SELECT concat_ws(' ', status, cleared_on, watch_until, watch_outcome, 'reopens ' || reopens)
        FROM card WHERE number = '%s'
        """
            .formatted(number));
  }

  String dueOn(String number) {
    return one("SELECT due_on FROM card WHERE number = '%s'".formatted(number));
  }

  String level(String number) {
    return one("SELECT level FROM card WHERE number = '%s'".formatted(number));
  }

  private String one(String sql) {
    return strings(sql).get(0);
  }

  private List<String> strings(String sql) {
    return owner.call(
        connection -> NamedStatement.of(sql).list(connection, row -> row.getString(1)));
  }
}
