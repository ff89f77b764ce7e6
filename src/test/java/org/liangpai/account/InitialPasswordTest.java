package org.liangpai.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.shared.Origin;
import org.liangpai.testsupport.TestCity;

/** A password that somebody else has chosen is good for one thing: to be changed. */
@QuarkusTest
class InitialPasswordTest {

  private static final String RESET = "Reset-4-people";

  @Inject TestCity city;
  @Inject SigningIn signingIn;

  private final People people = new People();

  @BeforeEach
  void begin() {
    city.reset();
    people.setUp().then().statusCode(201);
    people
        .json("sys", Map.of("name", "someone", "password", People.INITIAL))
        .post("/api/accounts")
        .then()
        .statusCode(201);
    people.as("sec").post("/api/accounts/someone/activation").then().statusCode(200);
    people.assign("someone", "LEADER", Map.of("unitCode", "W1")).then().statusCode(201);
  }

  @AfterEach
  void end() {
    city.clear();
  }

  @Test
  void basic_isRefused_untilThePasswordIsChanged() {
    problem(people.as("someone", People.INITIAL).get("/api/branches"), 403)
        .body("type", equalTo("urn:problem:password-initial"));
    problem(people.as("someone", People.INITIAL).get("/api/me"), 403)
        .body("type", equalTo("urn:problem:password-initial"));

    problem(people.change("someone", People.INITIAL, People.INITIAL), 400);
    people.change("someone", People.INITIAL, People.PASSWORD).then().statusCode(204);

    people.as("someone").get("/api/branches").then().statusCode(200);
  }

  @Test
  void reset_givesAnInitialPasswordAgain() {
    people.change("someone", People.INITIAL, People.PASSWORD).then().statusCode(204);
    people
        .json("sys", Map.of("password", RESET))
        .post("/api/accounts/someone/password")
        .then()
        .statusCode(204);

    problem(people.as("someone", RESET).get("/api/branches"), 403)
        .body("type", equalTo("urn:problem:password-initial"));
    people.change("someone", RESET, "Lp-2027-good").then().statusCode(204);
    people.as("someone", "Lp-2027-good").get("/api/branches").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/me/tokens",
    "/api/me/sessions",
    "/api/notices",
    "/api/notices/settings",
    "/api/branches"
  })
  void session_readsNothing_beforeThePasswordIsChanged(String path) {
    problem(session().get(path), 403);
  }

  @Test
  void session_tellsWhatIsToBeDone() {
    session().get("/api/me").then().statusCode(200).body("pending", equalTo("CHANGE_PASSWORD"));
    problem(session().get("/api/me/tokens"), 403)
        .body("type", equalTo("urn:problem:password-change-due"));
  }

  @ParameterizedTest
  @CsvSource({"/", "/notices", "/notices/settings", "/branches", "/account/second-factor"})
  void pages_leadToTheChange(String path) {
    assertThat(session().accept("text/html").redirects().follow(false).get(path).header("Location"))
        .endsWith("/account");
  }

  @Test
  void administratorsOfTheSetUp_choseTheirOwn() {
    people.as("aud").get("/api/me").then().statusCode(200);
  }

  private RequestSpecification session() {
    String token =
        signingIn
            .signIn(
                new Credentials("someone", People.INITIAL, null), new Origin("127.0.0.1", "test"))
            .token();
    return given().noFilters().cookie(Sessions.COOKIE, token);
  }
}
