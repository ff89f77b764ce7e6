package org.liangpai.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.liangpai.dictionary.Row;
import org.liangpai.shared.NamedStatement;

/**
 * The words in which the tests of what follows after the card tell their stories. Cards are issued
 * on Monday 2026-11-09: YX-22 is due on 11-23, YX-25 on 12-07.
 */
@ApplicationScoped
public class CardStory {

  public static final String CARD = "W1-2026-0001";
  public static final String SECRETARY = "BRANCH_SECRETARY@B1";
  public static final String COMMITTEE = "COMMITTEE_OFFICER@W1";
  public static final String COUNTY = "COUNTY_OFFICER@X1";
  public static final String YELLOW = "membersDuesOverdue";
  public static final String ORANGE = "membersLost";

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Map<String, String> ITEMS = Map.of(YELLOW, "YX-22", ORANGE, "YX-25");

  private final TestCity city;
  private final SweepingCity sweeping;
  private final TestClock time;
  private final OwnerTransactions owner;

  CardStory(TestCity city, SweepingCity sweeping, TestClock time, OwnerTransactions owner) {
    this.city = city;
    this.sweeping = sweeping;
    this.time = time;
    this.owner = owner;
  }

  /** A city without branches, at its first day. */
  public void begin() {
    time.reset();
    city.reset();
    sweeping.execute("TRUNCATE notice CASCADE");
  }

  /** A branch of a committee, with what is not in order in October. */
  public void branch(String code, String unit, String... faulty) {
    city.branch(code, row -> row.with("unitCode", unit));
    city.records(code, YearMonth.of(2026, 7), YearMonth.of(2026, 9));
    city.record(
        code,
        OCTOBER,
        row -> {
          Row changed = row;
          for (String field : faulty) {
            changed = changed.with(field, 1);
          }
          return changed;
        });
  }

  /** October is swept. */
  public void swept() {
    sweeping.sweep(OCTOBER);
  }

  /** What is not in order is confirmed, and a card comes of it. */
  public void confirmed(String branch, String... faulty) {
    for (String field : faulty) {
      sweeping.confirm(OCTOBER, branch + " " + ITEMS.get(field));
    }
  }

  /** B1 of W1 with one card. */
  public void beginWithCard(String... faulty) {
    begin();
    branch("B1", "W1", faulty);
    swept();
    confirmed("B1", faulty);
  }

  /** A branch is dissolved. */
  public void dissolved(String branch, String unit, LocalDate on) {
    city.branch(branch, on, row -> row.with("unitCode", unit).with("dissolvedOn", on));
  }

  /** Moves the clock to nine in the morning of a day. */
  public void today(String day) {
    time.set(LocalDate.parse(day));
  }

  /** Sends a body to the API as somebody with posts. */
  public Response asks(String who, String path, String body) {
    return given()
        .header("Authorization", Tester.with(who))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api" + path);
  }

  /** Reads from the API as somebody with posts. */
  public JsonPath sees(String who, String path) {
    return given()
        .header("Authorization", Tester.with(who))
        .get("/api" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The id of what was asked for. */
  public long asked(String who, String path, String body) {
    return asks(who, path, body).then().statusCode(200).extract().jsonPath().getLong("id");
  }

  /** The lines of a card: branch, item, due day and stage. */
  public List<String> lines(String card) {
    return rows(
        "SELECT branch_code || ' ' || item || ' ' || due_on || ' ' || stage FROM card_line"
            + " WHERE card_number = '%s' ORDER BY item".formatted(card));
  }

  /** The cards: number, holder, level and status. */
  public List<String> cards() {
    return rows(
        "SELECT number || ' ' || coalesce(branch_code, unit_code) || ' ' || level || ' ' || status"
            + " FROM card ORDER BY number");
  }

  /** What was done to a card. */
  public List<String> acts(String card) {
    return rows("SELECT act FROM card_event WHERE card_number = '%s' ORDER BY id".formatted(card));
  }

  /** To whom notices went whose key has a word: desk and code. */
  public List<String> told(String word) {
    return rows(
        """
        SELECT a.desk || ' ' || a.code FROM notice n JOIN notice_addressee a ON a.notice_id = n.id
        WHERE n.key LIKE '%%%s%%' ORDER BY 1
        """
            .formatted(word));
  }

  /** The first column of a statement that is bound by no scope. */
  public List<String> rows(String sql) {
    return owner.call(
        connection -> NamedStatement.of(sql).list(connection, row -> row.getString(1)));
  }

  /** Changes the database behind the service's back. */
  public void execute(String sql) {
    sweeping.execute(sql);
  }
}
