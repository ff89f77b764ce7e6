package org.liangpai.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** From an empty service to people who see their part of it. */
@QuarkusTest
class SetUpTest {

  @Inject TestCity city;
  @Inject TestClock clock;

  private final People people = new People();

  @BeforeEach
  void clear() {
    city.clear();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
    city.clear();
  }

  @Test
  void setUp_makesRootAndThreeAdministrators_once() {
    people.setUp().then().statusCode(201);

    people.as("sys").get("/api/accounts").then().statusCode(200).body("items", hasSize(3));
    problem(people.setUp(), 409);
  }

  @Test
  void people_seeOnlyTheirPart_afterTheWholeSetUp() {
    people.setUp().then().statusCode(201);
    people.hire("cityofficer", "CITY_OFFICER", Map.of("unitCode", "C1"));
    given()
        .noFilters()
        .auth()
        .preemptive()
        .basic("cityofficer", People.PASSWORD)
        .multiPart("units", "units.csv", bytes(UNITS))
        .multiPart("branches", "branches.csv", bytes(BRANCHES))
        .multiPart("effectiveOn", "2026-01-01")
        .post("/api/imports")
        .then()
        .statusCode(200)
        .body("errorCount", equalTo(0));
    people.hire("county", "COUNTY_OFFICER", Map.of("unitCode", "X1"));
    people.hire("secretary", "BRANCH_SECRETARY", Map.of("branchCode", "B2"));

    assertThat(people.codes("cityofficer", "/api/units", "unitCode"))
        .containsExactly("C1", "W1", "W2", "X1", "X2");
    people
        .as("cityofficer")
        .get("/api/units")
        .then()
        .body("items.find { it.unitCode == 'C1' }.unitName", equalTo("演练新市委"));
    assertThat(people.codes("cityofficer", "/api/branches", "branchCode"))
        .containsExactly("B1", "B2");
    assertThat(people.codes("county", "/api/branches", "branchCode")).containsExactly("B1");
    assertThat(people.codes("county", "/api/units", "unitCode"))
        .contains("X1", "W1")
        .doesNotContain("X2", "W2");
    assertThat(people.codes("secretary", "/api/branches", "branchCode")).containsExactly("B2");
    people.as("secretary").get("/api/findings").then().statusCode(200).body("items", empty());
    problem(people.as("secretary").get("/api/branches/B1"), 404);
    problem(people.as("secretary").get("/api/accounts"), 403);
    problem(people.as("sys").get("/api/branches"), 403);
    assertThat(people.codes("sec", "/api/units", "unitCode"))
        .containsExactly("C1", "W1", "W2", "X1", "X2");
    people
        .as("sec")
        .get("/api/posts")
        .then()
        .body("vacant.unitCode", equalTo(List.of("W1", "X2", "W2")))
        .body("branchesWithoutSecretary", equalTo(1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static final String UNITS =
      """
      unitCode,unitName,level,parentCode
      C1,演练新市委,CITY,
      X1,演练甲县委,COUNTY,C1
      W1,演练甲镇党委,COMMITTEE,X1
      X2,演练乙县委,COUNTY,C1
      W2,演练乙镇党委,COMMITTEE,X2
      """;

  private static final String BRANCHES =
      """
      支部编码,支部名称,所属党组织编码,领域,设置形式,成立日期,班子由上级指定,本届选举日期,任期年限,支委会人数,已配职务,活动场所
      B1,演练村党支部,W1,农村,单独,2015-05-20,否,2024-06-10,5,3,书记、组织、宣传、纪检,自有
      B2,演练街党支部,W2,农村,单独,2015-05-20,否,2024-06-10,5,3,书记、组织、宣传、纪检,自有
      """;

  @Test
  void signIn_isAskedFor_withoutOne() {
    people.setUp();
    problem(given().noFilters().get("/api/branches"), 401)
        .header("WWW-Authenticate", startsWith("Basic realm=\"Liangpai\""))
        .body("type", equalTo("urn:problem:not-signed-in"));
  }

  @Test
  void signIn_isRefusedAlike_forUnknownNameAndWrongPassword() {
    people.setUp();
    String unknown = problem(people.as("nobody").get("/api/me"), 401).extract().asString();
    String wrong =
        problem(
                given()
                    .noFilters()
                    .auth()
                    .preemptive()
                    .basic("sys", "Wrong-password-1")
                    .get("/api/me"),
                401)
            .extract()
            .asString();
    assertThat(wrong).isEqualTo(unknown);
  }
}
