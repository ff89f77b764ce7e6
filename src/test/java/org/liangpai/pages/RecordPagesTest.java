package org.liangpai.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.account.People;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

@QuarkusTest
class RecordPagesTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @Inject TestCity city;
  @Inject TestClock clock;

  private final People people = new People();

  @BeforeEach
  void startsWithOneRecord() {
    clock.reset();
    city.reset();
    city.branch("B1", UnaryOperator.identity());
    city.record("B1", OCTOBER, UnaryOperator.identity());
  }

  @Test
  void tellsWhatEachVersionChanged() {
    city.record("B1", OCTOBER, row -> row.with("groups", 7), "COMMITTEE_MEETING");

    page("/branches/B1/records/2026-10")
        .body(
            containsString("第一次上报"),
            containsString("第 2 版"),
            containsString("→ 7"),
            containsString("删去会议活动"),
            containsString("支委会"),
            not(containsString("新增会议活动")));
    page("/branches/B1?month=2026-10").body(containsString("/branches/B1/records/2026-10"));
  }

  @Test
  void isNotThere_whereNothingWasFiledOrTheBranchIsOutOfScope() {
    given().accept("text/html").get("/branches/B1/records/2026-09").then().statusCode(404);
    given().accept("text/html").get("/branches/B1/records/x").then().statusCode(400);
    people.setUp().then().statusCode(201);
    people.hire("elsewhere", "COMMITTEE_OFFICER", Map.of("unitCode", "W2"));

    new SignedInBrowser("elsewhere").get("/branches/B1/records/2026-10").then().statusCode(404);
  }

  private static ValidatableResponse page(String address) {
    return given().accept("text/html").get(address).then().statusCode(200);
  }
}
