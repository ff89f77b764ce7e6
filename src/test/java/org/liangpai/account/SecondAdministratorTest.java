package org.liangpai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** The three administrators are three: none of them alone makes one, or takes the place of one. */
@QuarkusTest
class SecondAdministratorTest {

  private static final String NEW = "Reset-4-others";

  @Inject TestCity city;
  @Inject TestClock clock;
  @Inject OwnerTransactions owner;

  private final People people = new People();

  @BeforeEach
  void begin() {
    city.reset();
    people.setUp().then().statusCode(201);
  }

  @AfterEach
  void end() {
    clock.reset();
    city.clear();
  }

  @Test
  void password_isNotReset_untilAThirdKindConfirms() {
    Response asked = reset("sec");

    asked.then().statusCode(202).body("status", equalTo("WAITING"));
    assertThat(asked.header("Location"))
        .endsWith("/api/administrator-requests/" + asked.path("id"));
    people.as("sec").get("/api/me").then().statusCode(200);
    problem(people.as("sec", NEW).get("/api/me"), 401);
    problem(confirm("sys", asked), 409)
        .body("type", equalTo("urn:problem:second-administrator-needed"));
    problem(confirm("sec", asked), 409);

    String part = confirm("aud", asked).then().statusCode(200).extract().path("passwordPart");

    assertThat(part).hasSize(8);
    problem(people.as("sec").get("/api/me"), 401);
    problem(people.as("sec", NEW).get("/api/me"), 401);
    problem(people.as("sec", NEW + part).get("/api/me"), 403)
        .body("type", equalTo("urn:problem:password-initial"));
    problem(confirm("aud", asked), 409);
  }

  @Test
  void both_areOnTheTrail_andEverybodyConcernedIsTold() {
    Response asked = reset("sec");
    assertThat(titles("sec")).first().isEqualTo("账号变更已申请，等另一位管理员确认");
    assertThat(titles("aud")).containsExactly("管理员账号变更等您确认");
    confirm("aud", asked).then().statusCode(200);

    assertThat(acts("sec"))
        .containsSubsequence(
            "sys ADMINISTRATOR_ACT_ASKED", "aud PASSWORD_RESET", "aud ADMINISTRATOR_ACT_CONFIRMED");
    assertThat(titles("sys")).first().isEqualTo("管理员账号变更已确认办理");
    people
        .as("aud")
        .get("/api/audit/entries")
        .then()
        .body("items.act", hasItem("ADMINISTRATOR_ACT_ASKED"));
  }

  @ParameterizedTest
  @CsvSource({
    "sys,POST,/api/accounts/aud/unlock",
    "sys,DELETE,/api/accounts/aud/second-factor",
    "sys,DELETE,/api/accounts/sec/second-factor",
    "sys,DELETE,/api/accounts/sys/second-factor",
    "sys,POST,/api/accounts/sys/unlock"
  })
  void routes_onlyAsk_ifTheAccountIsAnAdministrators(String who, String method, String path) {
    people.as(who).request(method, path).then().statusCode(202).body("status", equalTo("WAITING"));
  }

  @Test
  void ownPassword_isNotResetByTheWayForOthers() {
    reset("sys").then().statusCode(202);
    people.as("sys").get("/api/me").then().statusCode(200);
  }

  @Test
  void secondFactor_isRemoved_onceConfirmed() {
    execute("UPDATE account SET totp_secret = 'x', totp_confirmed_at = now() WHERE name = 'sec'");
    Response asked = people.as("sys").delete("/api/accounts/sec/second-factor");
    assertThat(factors()).isEqualTo(1);

    confirm("aud", asked).then().statusCode(200).body("passwordPart", nullValue());

    assertThat(factors()).isZero();
  }

  @Test
  void lastOfAKind_isNeitherDeactivatedNorEnded() {
    problem(deactivate("aud"), 409).body("type", equalTo("urn:problem:last-administrator"));
    problem(end("aud"), 409).body("type", equalTo("urn:problem:last-administrator"));
    problem(end("sys"), 409).body("type", equalTo("urn:problem:last-administrator"));

    appoint("aud2", "AUDIT");
    confirm("sys", deactivate("aud")).then().statusCode(200);

    problem(people.as("aud").get("/api/me"), 401);
    problem(end("aud2"), 409).body("type", equalTo("urn:problem:last-administrator"));
    confirm("sys", people.as("sec").post("/api/accounts/aud/activation")).then().statusCode(200);
    people.as("aud").get("/api/me").then().statusCode(200);
  }

  @Test
  void whoLeavesOnADayToCome_isNobodyToRelyOn() {
    appoint("aud2", "AUDIT");
    confirm("sys", end("aud2", "2026-12-31")).then().statusCode(200);

    problem(end("aud"), 409).body("type", equalTo("urn:problem:last-administrator"));
  }

  @Test
  void lastTwo_areNotEndedSideBySide() {
    appoint("aud2", "AUDIT");
    Response one = end("aud");
    Response other = end("aud2");

    confirm("sys", one).then().statusCode(200);

    problem(confirm("sys", other), 409).body("type", equalTo("urn:problem:last-administrator"));
    people.as("aud2").get("/api/audit/entries").then().statusCode(200);
  }

  @Test
  void administrator_isNotMadeByOneAlone() {
    people.account("mole");
    Response asked = people.assign("mole", "SYSTEM", Map.of());
    asked.then().statusCode(202);
    problem(people.as("mole").get("/api/accounts"), 403);
    problem(confirm("sec", asked), 409);

    refuse("aud", asked).then().statusCode(200).body("status", equalTo("REFUSED"));

    problem(people.as("mole").get("/api/accounts"), 403);
    problem(confirm("sys", asked), 409).body("type", equalTo("urn:problem:request-not-waiting"));
    confirm("aud", people.assign("mole", "SYSTEM", Map.of())).then().statusCode(200);
    people.as("mole").get("/api/accounts").then().statusCode(200);
  }

  @Test
  void request_isAskedOnce_andMayBeWithdrawnByWhoAsked() {
    Response asked = reset("sec");
    problem(reset("sec"), 409).body("type", equalTo("urn:problem:already-asked"));
    problem(answer("aud", asked, "withdrawal", "不需要了"), 409);
    problem(answer("sys", asked, "withdrawal", " "), 400);

    answer("sys", asked, "withdrawal", "已想起密码").then().statusCode(200);

    problem(confirm("aud", asked), 409);
    reset("sec").then().statusCode(202);
  }

  @Test
  void request_expires_afterThreeDays() {
    Response first = people.as("sys").post("/api/accounts/sec/unlock");
    Response second = people.as("sys").post("/api/accounts/aud/unlock");
    clock.set(TestClock.START.plus(Duration.ofDays(3)).minusSeconds(1));
    confirm("aud", first).then().statusCode(200);
    clock.set(TestClock.START.plus(Duration.ofDays(3)));
    problem(confirm("sec", second), 409).body("type", equalTo("urn:problem:request-not-waiting"));

    people.as("sys").post("/api/accounts/aud/unlock").then().statusCode(202);
  }

  @Test
  void request_lapses_withTheOfficeOfWhoAsked() {
    appoint("sys2", "SYSTEM");
    Response asked =
        people.json("sys2", Map.of("password", NEW)).post("/api/accounts/sec/password");
    confirm("sys", end("sys2")).then().statusCode(200);

    problem(confirm("aud", asked), 409).body("type", equalTo("urn:problem:asker-gone"));
  }

  @Test
  void list_tellsEachWhatWaitsForThem() {
    Response asked = reset("sec");
    int id = asked.path("id");

    assertThat(mayConfirm("aud", id)).isTrue();
    assertThat(mayConfirm("sys", id)).isFalse();
    assertThat(mayConfirm("sec", id)).isFalse();
    assertThat(people.as("aud").get("/api/administrator-requests").asString())
        .doesNotContain("assword\"", "argon2");
  }

  @Test
  void databaseKeepsNoPassword_afterTheAnswer() {
    Response asked = reset("sec");
    assertThat(count("password_hash IS NOT NULL AND password_part IS NOT NULL")).isEqualTo(1);
    confirm("aud", asked).then().statusCode(200);
    assertThat(count("password_hash IS NOT NULL OR password_part IS NOT NULL")).isZero();
  }

  private void appoint(String name, String role) {
    people.account(name);
    String confirming = role.equals("SYSTEM") ? "aud" : "sys";
    confirm(confirming, people.assign(name, role, Map.of())).then().statusCode(200);
  }

  private Response reset(String name) {
    return people
        .json("sys", Map.of("password", NEW, "reason", "忘记密码"))
        .post("/api/accounts/" + name + "/password");
  }

  private Response deactivate(String name) {
    return people
        .json("sec", Map.of("reason", "离职"))
        .post("/api/accounts/" + name + "/deactivation");
  }

  private Response end(String name) {
    return people.json("sec", Map.of("reason", "调离")).post("/api/posts/" + post(name) + "/end");
  }

  private Response end(String name, String on) {
    return people
        .json("sec", Map.of("reason", "调离", "on", on))
        .post("/api/posts/" + post(name) + "/end");
  }

  private int post(String name) {
    return people.as("sec").get("/api/accounts/" + name).path("posts[0].id");
  }

  private Response confirm(String by, Response asked) {
    return people.confirm(by, asked);
  }

  private Response refuse(String by, Response asked) {
    return answer(by, asked, "refusal", "本人未提出");
  }

  private Response answer(String by, Response asked, String answer, String reason) {
    return people
        .json(by, Map.of("reason", reason))
        .post("/api/administrator-requests/" + asked.path("id") + "/" + answer);
  }

  private boolean mayConfirm(String who, int id) {
    return people
        .as(who)
        .get("/api/administrator-requests")
        .path("items.find { it.id == %d }.mayConfirm".formatted(id));
  }

  private List<String> titles(String who) {
    return people.as(who).get("/api/notices").path("items.title");
  }

  private List<String> acts(String object) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    "SELECT account || ' ' || act FROM audit_entry WHERE object = :object"
                        + " AND object_kind = 'ACCOUNT' ORDER BY id")
                .with("object", object)
                .list(connection, row -> row.getString(1)));
  }

  private long count(String condition) {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT count(*) FROM administrator_request WHERE " + condition)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }

  private long factors() {
    return owner.call(
        connection ->
            NamedStatement.of(
                    "SELECT count(*) FROM account WHERE name = 'sec' AND totp_confirmed_at IS NOT NULL")
                .list(connection, row -> row.getLong(1))
                .get(0));
  }

  private void execute(String sql) {
    owner.call(connection -> NamedStatement.of(sql).execute(connection));
  }
}
