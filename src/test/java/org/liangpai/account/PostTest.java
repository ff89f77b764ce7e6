package org.liangpai.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** Who may hold which post, where, and from when to when. */
@QuarkusTest
class PostTest {

  @Inject TestCity city;
  @Inject TestClock clock;
  @Inject OwnerTransactions owner;

  private final People people = new People();

  @BeforeEach
  void begin() {
    city.reset();
    city.branch("B1", row -> row);
    people.setUp().then().statusCode(201);
    people.account("someone");
  }

  @AfterEach
  void end() {
    clock.reset();
    city.clear();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          BRANCH_SECRETARY,  ,           ,    branchCode
          BRANCH_SECRETARY,  unitCode,   W1,  unitCode
          BRANCH_SECRETARY,  branchCode, B9,  branchCode
          COMMITTEE_OFFICER, ,           ,    unitCode
          COMMITTEE_OFFICER, branchCode, B1,  branchCode
          COMMITTEE_OFFICER, unitCode,   X1,  unitCode
          COMMITTEE_OFFICER, unitCode,   W9,  unitCode
          COUNTY_OFFICER,    unitCode,   C1,  unitCode
          CITY_OFFICER,      unitCode,   X1,  unitCode
          SUPERVISOR,        ,           ,    unitCode
          RULE_AUTHOR,       unitCode,   C1,  unitCode
          SYSTEM,            unitCode,   C1,  unitCode
          """)
  void post_isRefused_whereItsRoleHasNone(String role, String place, String code, String field) {
    problem(people.assign("someone", role, place == null ? Map.of() : Map.of(place, code)), 400)
        .body("errors[0].pointer", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource({
    "COMMITTEE_OFFICER,unitCode,W1",
    "COUNTY_OFFICER,unitCode,X1",
    "CITY_OFFICER,unitCode,C1",
    "LEADER,unitCode,W1",
    "SUPERVISOR,branchCode,B1"
  })
  void post_isAssigned_whereItsRoleHasOne(String role, String place, String code) {
    people.assign("someone", role, Map.of(place, code)).then().statusCode(201);
    problem(people.assign("someone", role, Map.of(place, code)), 409)
        .body("type", equalTo("urn:problem:post-already-held"));
  }

  @Test
  void administrators_areKeptApart() {
    people.account("other");
    people.confirm("aud", people.assign("someone", "SYSTEM", Map.of())).then().statusCode(200);
    for (String role : new String[] {"SECURITY", "AUDIT", "SYSTEM", "RULE_AUTHOR"}) {
      Response second = people.assign("someone", role, Map.of());
      problem(second, 409);
    }
    people.assign("other", "COMMITTEE_OFFICER", Map.of("unitCode", "W1")).then().statusCode(201);
    people.assign("other", "COMMITTEE_OFFICER", Map.of("unitCode", "W2")).then().statusCode(201);
    problem(people.assign("other", "AUDIT", Map.of()), 409)
        .body("type", equalTo("urn:problem:administrators-kept-apart"));
  }

  @ParameterizedTest
  @CsvSource({"SYSTEM,SECURITY", "SECURITY,AUDIT", "AUDIT,SYSTEM", "AUDIT,RULE_AUTHOR"})
  void administrators_areKeptApart_byTheDatabase(String one, String other) {
    insert(one);
    assertThatThrownBy(() -> insert(other)).hasMessageContaining("ex_post_administrator");
  }

  @Test
  void rules_areNotWrittenAndPublishedByOne() {
    people.assign("someone", "RULE_AUTHOR", Map.of()).then().statusCode(201);
    problem(people.assign("someone", "RULE_PUBLISHER", Map.of()), 409)
        .body("type", equalTo("urn:problem:rule-roles-kept-apart"));
  }

  @Test
  void nobody_assignsAPostToThemselves() {
    problem(people.assign("sec", "LEADER", Map.of("unitCode", "C1")), 409)
        .body("type", equalTo("urn:problem:own-account"));
    problem(
        people.json("sys", Map.of("account", "someone", "role", "LEADER")).post("/api/posts"), 403);
  }

  @Test
  void rights_holdFromTheFirstDayToTheLast() {
    people
        .json(
            "sec",
            Map.of(
                "account", "someone",
                "role", "COMMITTEE_OFFICER",
                "unitCode", "W1",
                "from", "2026-11-10",
                "to", "2026-11-12"))
        .post("/api/posts")
        .then()
        .statusCode(201);
    problem(people.as("someone").get("/api/branches"), 403);
    clock.set(LocalDate.of(2026, 11, 10));
    people.as("someone").get("/api/branches").then().statusCode(200).body("items", hasSize(1));
    clock.set(LocalDate.of(2026, 11, 12));
    people.as("someone").get("/api/branches").then().statusCode(200);
    clock.set(LocalDate.of(2026, 11, 13));
    problem(people.as("someone").get("/api/branches"), 403);
  }

  @Test
  void leaving_endsTheRightsAtOnce() {
    long id =
        people
            .assign("someone", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"))
            .jsonPath()
            .getLong("id");
    people.as("someone").get("/api/branches").then().statusCode(200);

    problem(people.json("sec", Map.of("on", "2026-11-08")).post("/api/posts/" + id + "/end"), 400);
    people
        .json("sec", Map.of("reason", "调离"))
        .post("/api/posts/" + id + "/end")
        .then()
        .statusCode(204);
    problem(people.as("someone").get("/api/branches"), 403);
    problem(people.json("sec", Map.of()).post("/api/posts/" + id + "/end"), 409);
    problem(people.json("sec", Map.of()).post("/api/posts/999999/end"), 404);
    people.assign("someone", "COMMITTEE_OFFICER", Map.of("unitCode", "W1")).then().statusCode(201);
  }

  private void insert(String role) {
    owner.call(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute(
                """
                INSERT INTO post (account_id, role, from_on, assigned_at, assigned_by)
                SELECT id, '%s', '2026-11-09', now(), 'x' FROM account WHERE name = 'someone'
                """
                    .formatted(role));
          }
        });
  }
}
