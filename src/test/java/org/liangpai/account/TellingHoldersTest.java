package org.liangpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestCity;

/** What the holder of an account finds in their inbox after a change, whoever made it. */
@QuarkusTest
class TellingHoldersTest {

  private static final String CHANGED = "New-pass-2026";
  private static final String AGAIN = "Lp-2027-good";

  @Inject TestCity city;

  private final People people = new People();

  @BeforeEach
  void begin() {
    city.reset();
    people.setUp().then().statusCode(201);
    people.account("someone");
  }

  @AfterEach
  void end() {
    city.clear();
  }

  @Test
  void holder_isTold_ofTheirOwnChange() {
    people
        .json("someone", Map.of("present", People.PASSWORD, "password", CHANGED))
        .post("/api/me/password")
        .then()
        .statusCode(204);

    assertThat(told("title", CHANGED)).first().isEqualTo("密码已修改");
    assertThat(told("body", CHANGED).get(0))
        .startsWith("2026年11月9日 ")
        .contains("办理人：您本人")
        .contains("如果您不知情");
    assertThat(told("kindLabel", CHANGED).get(0)).isEqualTo("账号安全");
  }

  @Test
  void holder_isTold_ofWhatOthersChange() {
    long post =
        people.assign("someone", "LEADER", Map.of("unitCode", "W1")).jsonPath().getLong("id");
    people
        .json("sec", Map.of("reason", "调离"))
        .post("/api/posts/" + post + "/end")
        .then()
        .statusCode(204);
    people
        .json("sys", Map.of("password", CHANGED))
        .post("/api/accounts/someone/password")
        .then()
        .statusCode(204);

    people.change("someone", CHANGED, AGAIN).then().statusCode(204);
    assertThat(told("title", AGAIN)).startsWith("密码已修改", "密码已由他人重置", "任职已办理结束", "岗位已任命");
    assertThat(told("body", AGAIN).get(1)).contains("办理人：sys");
    assertThat(told("body", AGAIN).get(3)).contains("联系领导（W1）").contains("办理人：sec");
  }

  @Test
  void others_areNotTold() {
    people.assign("someone", "LEADER", Map.of("unitCode", "W1")).then().statusCode(201);

    assertThat(people.as("sys").get("/api/notices").<List<String>>path("items.title")).isEmpty();
    assertThat(people.as("sec").get("/api/notices").<List<String>>path("items.title")).isEmpty();
  }

  private List<String> told(String field, String password) {
    return people.as("someone", password).get("/api/notices").path("items." + field);
  }
}
