package org.liangpai.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.liangpai.testsupport.Problems.problem;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Origin;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** Signing in by password, session, token and one-time code, and what keeps others out. */
@QuarkusTest
class SignInTest {

  private static final String WRONG = "Wrong-password-1";
  private static final String ELSEWHERE = "203.0.113.7";
  private static final Origin HERE = new Origin("127.0.0.1", "test");

  @Inject TestCity city;
  @Inject TestClock clock;
  @Inject SigningIn signingIn;
  @Inject OwnerTransactions owner;

  private final People people = new People();

  @BeforeEach
  void begin() {
    city.clear();
    people.setUp().then().statusCode(201);
  }

  @AfterEach
  void end() {
    clock.reset();
    city.clear();
  }

  @Test
  void account_isLocked_afterTheFifthFailureForFifteenMinutes() {
    fail("sys", 5);
    problem(people.as("sys").get("/api/me"), 401);

    clock.set(TestClock.START.plus(Duration.ofMinutes(15)).minusSeconds(1));
    problem(people.as("sys").get("/api/me"), 401);
    clock.set(TestClock.START.plus(Duration.ofMinutes(15)));
    people.as("sys").get("/api/me").then().statusCode(200);
  }

  @Test
  void account_isSlowedDown_andNotLocked_atAnAddressWhereItWasSignedIn() {
    people.as("sys").get("/api/me").then().statusCode(200);
    fail("sys", 4);
    assertThat(signingIn.delay("sys", HERE)).isZero();
    fail("sys", 1);
    assertThat(signingIn.delay("sys", HERE)).isEqualTo(Duration.ofSeconds(3));
    fail("sys", 3);
    people.as("sys").get("/api/me").then().statusCode(200);
  }

  @Test
  void failures_areAllCounted_atOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(5);
    try {
      Callable<Integer> attempt = () -> people.as("sys", WRONG).get("/api/me").statusCode();
      for (Future<Integer> one :
          threads.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt))) {
        assertThat(one.get()).isEqualTo(401);
      }
    } finally {
      threads.shutdownNow();
    }
    problem(people.as("sys").get("/api/me"), 401);
  }

  @Test
  void account_isLocked_whereItIsGuessed_andNowhereElse() {
    for (String name : List.of("sys", "sec", "aud")) {
      for (int i = 0; i < 5; i++) {
        problem(from(ELSEWHERE, people.as(name, WRONG)).get("/api/me"), 401);
      }
    }

    for (String name : List.of("sys", "sec", "aud")) {
      people.as(name).get("/api/me").then().statusCode(200);
      from("203.0.113.8", people.as(name)).get("/api/me").then().statusCode(200);
      problem(from(ELSEWHERE, people.as(name)).get("/api/me"), 401);
    }
  }

  @Test
  void account_isNotLocked_inABrowserWhereItWasSignedIn() {
    Origin mine = new Origin(ELSEWHERE, "test", "my browser");
    Origin neighbour = new Origin(ELSEWHERE, "test", "the neighbour's browser");
    signingIn.signIn(new Credentials("sys", People.PASSWORD, null), mine);
    for (int i = 0; i < 5; i++) {
      assertFails("sys", WRONG, neighbour);
    }
    failuresFrom(ELSEWHERE, 101);

    assertThat(signingIn.delay("sys", neighbour)).isPositive();
    assertThat(signingIn.delay("sys", mine)).isZero();
    signingIn.signIn(new Credentials("sys", People.PASSWORD, null), mine);
    failuresFrom(ELSEWHERE, 0);
    signingIn.signIn(new Credentials("sys", People.PASSWORD, null), neighbour);
    for (int i = 0; i < 5; i++) {
      assertFails("sys", WRONG, mine);
    }
    assertFails("sys", People.PASSWORD, mine);
  }

  @Test
  void guessing_isSlowed_fromTheTenthFailureAtUnfamiliarPlaces_andStopped_fromTheHundredth() {
    people.as("sys").get("/api/me").then().statusCode(200);
    Origin unfamiliar = new Origin(ELSEWHERE, "test");
    for (String name : List.of("sys", "nobody")) {
      failuresAtUnfamiliarPlaces(name, 9);
      assertThat(signingIn.delay(name, unfamiliar)).as(name).isZero();
      failuresAtUnfamiliarPlaces(name, 10);
      assertThat(signingIn.delay(name, unfamiliar)).as(name).isPositive();
    }
    assertThat(signingIn.delay("sys", HERE)).isZero();

    failuresAtUnfamiliarPlaces("sys", 99);
    from(ELSEWHERE, people.as("sys")).get("/api/me").then().statusCode(200);
    problem(from("203.0.113.8", people.as("sys", WRONG)).get("/api/me"), 401);
    problem(from("203.0.113.9", people.as("sys")).get("/api/me"), 401);
    // Where it was signed in before, it still is let in.
    people.as("sys").get("/api/me").then().statusCode(200);
    from(ELSEWHERE, people.as("sys")).get("/api/me").then().statusCode(200);
    clock.set(TestClock.START.plus(Duration.ofMinutes(15)));
    from("203.0.113.9", people.as("sys")).get("/api/me").then().statusCode(200);
  }

  @Test
  void eightAtOnce_withTheSamePassword_areAllLetIn() throws Exception {
    assertThat(outcomes(8, "sys", null)).containsOnly("in");
    assertThat(counted()).isZero();
  }

  @Test
  void eightAtOnce_withTheSameCode_lockNothing_andOneIsLetIn() throws Exception {
    String secret = secondFactorOf("someone");
    String next = code(secret, TestClock.START.plusSeconds(30));

    List<String> outcomes = outcomes(8, "someone", next);

    assertThat(outcomes).containsOnlyOnce("in");
    assertThat(outcomes).filteredOn("second-factor-wrong"::equals).hasSize(7);
    assertThat(counted()).isZero();
    clock.set(TestClock.START.plusSeconds(60));
    assertThat(signIn(code(secret, TestClock.START.plusSeconds(60))).signedIn().pending()).isNull();
  }

  @Test
  void codes_areCountedApart_andLockNoPassword() {
    String secret = secondFactorOf("someone");
    for (int i = 0; i < 5; i++) {
      assertRefused("second-factor-wrong", "000000");
    }

    problem(people.as("someone").get("/api/me"), 403)
        .body("type", equalTo("urn:problem:second-factor-needs-token"));
    // The password, which whoever guesses codes has, does not open them again.
    assertRefused("second-factor-locked", code(secret, TestClock.START.plusSeconds(30)));
    Origin elsewhere = new Origin(ELSEWHERE, "test");
    String next = code(secret, TestClock.START.plusSeconds(30));
    signingIn.signIn(new Credentials("someone", People.PASSWORD, next), elsewhere);
    clock.set(TestClock.START.plus(Duration.ofMinutes(15)));
    assertThat(signIn(code(secret, clock.instant())).signedIn().pending()).isNull();
  }

  @Test
  void presentPassword_isGuessedFiveTimes_andNoMore() {
    people.account("someone");
    for (int i = 0; i < 5; i++) {
      problem(change("someone", WRONG, "New-pass-2026"), 400);
    }
    problem(change("someone", People.PASSWORD, "New-pass-2026"), 400);
    clock.set(TestClock.START.plus(Duration.ofMinutes(15)));
    change("someone", People.PASSWORD, "New-pass-2026").then().statusCode(204);
  }

  @Test
  void unlock_letsInAtOnce() {
    people.account("someone");
    fail("someone", 5);
    people.as("sys").post("/api/accounts/someone/unlock").then().statusCode(204);
    people.as("someone").get("/api/me").then().statusCode(200);
  }

  @Test
  void address_isTurnedAway_afterAHundredFailures() {
    failuresFromHere(100);
    problem(people.as("sys", WRONG).get("/api/me"), 401);
    failuresFromHere(101);
    problem(people.as("sys").get("/api/me"), 429).header("Retry-After", notNullValue());

    clock.set(TestClock.START.plus(Duration.ofMinutes(15)));
    people.as("sys").get("/api/me").then().statusCode(200);
  }

  @Test
  void address_isSlowedDown_fromTheTenthFailure() {
    failuresFromHere(9);
    assertThat(signingIn.delay("127.0.0.1")).isZero();
    failuresFromHere(10);
    assertThat(signingIn.delay("127.0.0.1")).isPositive();
    assertThat(signingIn.delay("127.0.0.2")).isZero();
  }

  @Test
  void account_cannotSignIn_beforeItIsActivated() {
    people
        .json("sys", Map.of("name", "张三", "password", People.INITIAL))
        .post("/api/accounts")
        .then()
        .statusCode(201)
        .body("status", equalTo("CREATED"));
    problem(people.as("张三", People.INITIAL).get("/api/me"), 401);
    problem(people.as("sys").post("/api/accounts/张三/activation"), 403);
    people.as("sec").post("/api/accounts/张三/activation").then().statusCode(200);
    people.change("张三", People.INITIAL, People.PASSWORD).then().statusCode(204);
    people.as("张三").get("/api/me").then().statusCode(200).body("account", equalTo("张三"));

    people
        .json("sec", Map.of("reason", "离职"))
        .post("/api/accounts/张三/deactivation")
        .then()
        .statusCode(200);
    problem(people.as("张三").get("/api/me"), 401);
    problem(people.json("sec", Map.of()).post("/api/accounts/sec/deactivation"), 409);
  }

  @Test
  void name_isTaken_whateverItsCase() {
    people.account("Lisi");
    people.as("lisi").get("/api/me").then().statusCode(200).body("account", equalTo("Lisi"));
    problem(
        people
            .json("sys", Map.of("name", "LISI", "password", People.PASSWORD))
            .post("/api/accounts"),
        409);
    problem(
        people
            .json("sys", Map.of("name", "li si", "password", People.PASSWORD))
            .post("/api/accounts"),
        400);
  }

  @Test
  void session_endsWhenIdle_afterTenMinutes() {
    String session = session("sys");
    clock.set(TestClock.START.plus(Duration.ofMinutes(10)).minusSeconds(1));
    by(session).get("/api/me").then().statusCode(200);
    clock.set(clock.instant().plus(Duration.ofMinutes(10)));
    problem(by(session).get("/api/me"), 401);
  }

  @Test
  void session_ends_afterTwelveHours() {
    String session = session("sys");
    Instant end = TestClock.START.plus(Duration.ofHours(12));
    for (Instant at = TestClock.START; at.isBefore(end); at = at.plus(Duration.ofMinutes(9))) {
      clock.set(at);
      by(session).get("/api/me").then().statusCode(200);
    }
    clock.set(end.minusSeconds(1));
    by(session).get("/api/me").then().statusCode(200);
    clock.set(end);
    problem(by(session).get("/api/me"), 401);
  }

  @Test
  void session_changesNothingThroughTheApi() {
    String session = session("sys");
    problem(
        by(session)
            .contentType(ContentType.JSON)
            .body(Map.of("name", "x1", "password", People.PASSWORD))
            .post("/api/accounts"),
        401);
  }

  @Test
  void session_isEnded_byItsHolderAndByTheAdministrator() {
    people.account("someone");
    String first = session("someone");
    String second = session("someone");
    List<Integer> ids = people.as("someone").get("/api/me/sessions").path("id");
    assertThat(ids).hasSize(2);

    people.as("someone").delete("/api/me/sessions/" + ids.get(1)).then().statusCode(204);
    problem(by(first).get("/api/me"), 401);
    by(second).get("/api/me").then().statusCode(200);
    problem(people.as("sys").delete("/api/me/sessions/" + ids.get(0)), 404);
    people.as("sys").delete("/api/accounts/someone/sessions").then().statusCode(204);
    problem(by(second).get("/api/me"), 401);
  }

  @Test
  void crossSiteRequests_areRefused_ifTheyChangeSomething() {
    RequestSpecification foreign =
        people.json("sys", Map.of()).header("Sec-Fetch-Site", "cross-site");
    problem(foreign.post("/api/accounts"), 403).body("type", equalTo("urn:problem:cross-site"));
  }

  @Test
  void token_letsIn_untilItExpiresOrIsRevoked() {
    people.account("someone");
    Response issued =
        people
            .json("someone", Map.of("name", "接口", "expiresOn", "2026-11-10"))
            .post("/api/me/tokens");
    issued.then().statusCode(201);
    String token = issued.path("token");
    assertThat(token).startsWith("lp_");
    bearing(token).get("/api/me").then().statusCode(200).body("account", equalTo("someone"));
    assertThat(people.as("someone").get("/api/me/tokens").asString()).doesNotContain(token);

    clock.set(Instant.parse("2026-11-10T15:59:59Z"));
    bearing(token).get("/api/me").then().statusCode(200);
    clock.set(Instant.parse("2026-11-10T16:00:00Z"));
    problem(bearing(token).get("/api/me"), 401);

    clock.reset();
    int id = issued.path("view.id");
    people.as("someone").delete("/api/me/tokens/" + id).then().statusCode(204);
    problem(bearing(token).get("/api/me"), 401);
  }

  @Test
  void token_makesNoToken_andTouchesNothingOfItsHolder() {
    people.account("someone");
    RequestSpecification other = bearing(token("sys", Map.of("name", "其他")));
    other.get("/api/me/tokens").then().statusCode(200);

    Map<String, Map<String, Object>> acts =
        Map.of(
            "/api/me/tokens", Map.of("name", "又一个"),
            "/api/me/password", Map.of("present", People.PASSWORD, "password", "New-pass-2026"),
            "/api/me/second-factor", Map.of(),
            "/api/notices/settings/feed", Map.of());
    acts.forEach(
        (path, body) -> {
          for (String made :
              List.of(token("someone", Map.of("name", "只读")), legacyToken("someone"))) {
            problem(bearing(made).contentType(ContentType.JSON).body(body).post(path), 403)
                .body("type", equalTo("urn:problem:token-not-enough"));
          }
        });
  }

  @Test
  void tokenForReading_changesNothing_andIsWhatIsMadeUnlessMoreIsAskedFor() {
    String reading = token("sys", Map.of("name", "只读"));

    bearing(reading).get("/api/accounts").then().statusCode(200);
    bearing(reading).get("/api/accounts/sec/sessions").then().statusCode(200);
    problem(bearing(reading).post("/api/accounts/helped/unlock"), 403)
        .body("type", equalTo("urn:problem:token-reads-only"));
    people
        .as("sys")
        .get("/api/me/tokens")
        .then()
        .body("[0].reach", equalTo("READING"), "[0].permissions", hasSize(0));
  }

  @Test
  void tokenOfNamedPermissions_mayUseTheseAndNoOther() {
    people.account("helped");
    String named = token("sys", Map.of("name", "解锁", "permissions", List.of("manage-accounts")));

    bearing(named).post("/api/accounts/helped/unlock").then().statusCode(204);
    problem(bearing(named).get("/api/accounts"), 403)
        .body("type", equalTo("urn:problem:not-allowed"));
    for (List<String> refused :
        List.of(List.of("manage-posts"), List.of("anything"), List.<String>of())) {
      problem(
          people.json("sys", Map.of("name", "过多", "permissions", refused)).post("/api/me/tokens"),
          400);
    }
  }

  @Test
  void tokens_areTenAtMost_ofThoseThatAreGood() {
    people.account("someone");
    for (int i = 0; i < 10; i++) {
      token("someone", Map.of("name", "接口" + i, "expiresOn", "2026-11-10"));
    }
    problem(people.json("someone", Map.of("name", "第十一个")).post("/api/me/tokens"), 409)
        .body("type", equalTo("urn:problem:too-many-tokens"));

    int last = people.as("someone").get("/api/me/tokens").path("[0].id");
    people.as("someone").delete("/api/me/tokens/" + last).then().statusCode(204);
    token("someone", Map.of("name", "第十个"));
    clock.set(Instant.parse("2026-11-10T16:00:00Z"));
    token("someone", Map.of("name", "其余到期之后"));
  }

  @Test
  void tokens_areListedAndRevoked_byTheSystemAdministrator() {
    people.account("someone");
    String token = token("someone", Map.of("name", "接口"));
    bearing(token).get("/api/me").then().statusCode(200);
    String path = "/api/accounts/someone/tokens";
    Response listed = people.as("sys").get(path);
    listed.then().statusCode(200).body("[0].name", equalTo("接口"), "[0].lastUsedAt", notNullValue());
    assertThat(listed.asString()).doesNotContain(token, "hash");
    problem(people.as("sec").get(path), 403);
    problem(people.as("sys").delete("/api/accounts/aud/tokens/" + listed.path("[0].id")), 404);

    people.as("sys").delete(path + "/" + listed.path("[0].id")).then().statusCode(204);

    problem(bearing(token).get("/api/me"), 401);
  }

  @Test
  void tokens_endWithThePassword_unlessTheyAreKeptOnPurpose() {
    people.account("someone");
    String kept = token("someone", Map.of("name", "接口"));
    String feed = people.as("someone").post("/api/notices/settings/feed").path("path");
    String calendar = feed.substring(feed.indexOf("/calendar"));

    people
        .json(
            "someone",
            Map.of("present", People.PASSWORD, "password", "New-pass-2026", "keepsTokens", true))
        .post("/api/me/password")
        .then()
        .statusCode(204);
    bearing(kept).get("/api/me").then().statusCode(200);
    given().noFilters().get(calendar).then().statusCode(200);

    people
        .as("someone", "New-pass-2026")
        .contentType(ContentType.JSON)
        .body(Map.of("present", "New-pass-2026", "password", "Newer-pass-2026"))
        .post("/api/me/password")
        .then()
        .statusCode(204);
    problem(bearing(kept).get("/api/me"), 401);
    given().noFilters().get(calendar).then().statusCode(404);
  }

  @Test
  void tokens_endWithAReset() {
    people.account("someone");
    String token = token("someone", Map.of("name", "接口"));
    String feed = people.as("someone").post("/api/notices/settings/feed").path("path");

    people
        .json("sys", Map.of("password", "Reset-pass-2026"))
        .post("/api/accounts/someone/password")
        .then()
        .statusCode(204);

    problem(bearing(token).get("/api/me"), 401);
    given().noFilters().get(feed.substring(feed.indexOf("/calendar"))).then().statusCode(404);
  }

  @Test
  void tokens_endWithDeactivation_forGood() {
    people.account("someone");
    String token = token("someone", Map.of("name", "接口"));
    String feed = people.as("someone").post("/api/notices/settings/feed").path("path");
    String calendar = feed.substring(feed.indexOf("/calendar"));

    people
        .json("sec", Map.of("reason", "离职"))
        .post("/api/accounts/someone/deactivation")
        .then()
        .statusCode(200);
    given().noFilters().get(calendar).then().statusCode(404);
    people.as("sec").post("/api/accounts/someone/activation").then().statusCode(200);

    people.as("someone").get("/api/me").then().statusCode(200);
    problem(bearing(token).get("/api/me"), 401);
    given().noFilters().get(calendar).then().statusCode(404);
  }

  @Test
  void token_doesNotOutliveThePassword() {
    String token = token("sys", Map.of("name", "接口", "expiresOn", "2027-06-01"));
    sql(
        "UPDATE account SET totp_secret = 'x', totp_confirmed_at = '2026-01-01' WHERE name = 'sys'");
    clock.set(TestClock.START.plus(Duration.ofDays(90)).minusSeconds(1));
    bearing(token).get("/api/accounts").then().statusCode(200);
    clock.set(TestClock.START.plus(Duration.ofDays(90)));
    problem(bearing(token).get("/api/accounts"), 403)
        .body("type", equalTo("urn:problem:password-expired"));
  }

  @Test
  void grace_beginsWithTheFirstUseOfAnyKind_andATokenDoesNotOutliveIt() {
    String token = token("sys", Map.of("name", "接口"));
    sql("UPDATE account SET second_factor_due_at = NULL WHERE name = 'sys'");
    bearing(token).get("/api/me").then().statusCode(200);
    people.as("sec").get("/api/me").then().statusCode(200);

    clock.set(TestClock.START.plus(Duration.ofDays(7)).minusSeconds(1));
    bearing(token).get("/api/accounts").then().statusCode(200);
    people.as("sec").get("/api/accounts").then().statusCode(200);
    clock.set(TestClock.START.plus(Duration.ofDays(7)));
    problem(bearing(token).get("/api/accounts"), 403)
        .body("type", equalTo("urn:problem:second-factor-due"));
    problem(people.as("sec").get("/api/accounts"), 403)
        .body("type", equalTo("urn:problem:second-factor-due"));
  }

  @Test
  void token_ofBefore_worksAsItDid_untilItExpires() {
    people.account("helped");
    bearing(legacyToken("sys")).post("/api/accounts/helped/unlock").then().statusCode(204);
  }

  @Test
  void password_isChanged_notReusedAndEndsOtherSessions() {
    people.account("someone");
    String session = session("someone");
    problem(change("someone", People.PASSWORD, People.PASSWORD), 400);
    problem(change("someone", WRONG, "New-pass-2026"), 400);
    problem(change("someone", People.PASSWORD, "short"), 400);
    change("someone", People.PASSWORD, "New-pass-2026").then().statusCode(204);

    problem(by(session).get("/api/me"), 401);
    problem(people.as("someone").get("/api/me"), 401);
    people.as("someone", "New-pass-2026").get("/api/me").then().statusCode(200);
  }

  @Test
  void password_hasToBeChanged_afterNinetyDays() {
    clock.set(TestClock.START.plus(Duration.ofDays(90)).minusSeconds(1));
    people.as("sys").get("/api/accounts").then().statusCode(200);
    clock.set(TestClock.START.plus(Duration.ofDays(90)));
    problem(people.as("sys").get("/api/accounts"), 403)
        .body("type", equalTo("urn:problem:password-expired"));
    SigningIn.Opened opened = signingIn.signIn(new Credentials("sys", People.PASSWORD, null), HERE);
    assertThat(opened.signedIn().pending()).isEqualTo(Pending.CHANGE_PASSWORD);
    problem(by(opened.token()).get("/api/accounts"), 403);

    change("sys", People.PASSWORD, "New-pass-2026").then().statusCode(204);
    people.as("sys", "New-pass-2026").get("/api/accounts").then().statusCode(200);
  }

  @Test
  void secondFactor_isAskedFor_andEachCodeIsTakenOnce() {
    people.account("someone");
    String secret = people.as("someone").post("/api/me/second-factor").path("secret");
    problem(confirm("someone", "000000"), 400);
    confirm("someone", code(secret, clock.instant())).then().statusCode(204);
    assertThat(stored("totp_secret")).startsWith("sealed:AES-256-GCM:").doesNotContain(secret);

    problem(people.as("someone").get("/api/me"), 403)
        .body("type", equalTo("urn:problem:second-factor-needs-token"));
    assertRefused("second-factor-asked", null);
    assertRefused("second-factor-wrong", code(secret, clock.instant()));
    clock.set(TestClock.START.plusSeconds(60));
    assertRefused("second-factor-wrong", code(secret, TestClock.START));
    assertRefused("second-factor-wrong", code(secret, TestClock.START.plusSeconds(120)));
    String next = code(secret, TestClock.START.plusSeconds(30));
    assertThat(signIn(next).signedIn().pending()).isNull();
    assertRefused("second-factor-wrong", next);

    people.as("sys").delete("/api/accounts/someone/second-factor").then().statusCode(204);
    assertThat(signIn(null).signedIn().pending()).isNull();
  }

  @Test
  void secondFactor_isDueForAdministrators_afterTheGrace() {
    assertThat(
            signingIn
                .signIn(new Credentials("sys", People.PASSWORD, null), HERE)
                .signedIn()
                .pending())
        .isNull();
    clock.set(TestClock.START.plus(Duration.ofDays(7)).minusSeconds(1));
    people.as("sys").get("/api/accounts").then().statusCode(200);
    clock.set(TestClock.START.plus(Duration.ofDays(7)));
    problem(people.as("sys").get("/api/accounts"), 403)
        .body("type", equalTo("urn:problem:second-factor-due"));
    assertThat(
            signingIn
                .signIn(new Credentials("sys", People.PASSWORD, null), HERE)
                .signedIn()
                .pending())
        .isEqualTo(Pending.ADD_SECOND_FACTOR);
    // Whoever was not there before has all of it still.
    people.as("sec").get("/api/accounts").then().statusCode(200).body("items", hasSize(3));
  }

  @Test
  void secrets_areNotWritten() {
    Stream.of(
            new Credentials("sys", People.PASSWORD, "123456"),
            new NewService(
                "token-1",
                "C1",
                "市委",
                List.of(new NewService.Administrator(null, "a", People.PASSWORD))),
            new SigningIn.Opened("token-1", signIn("sys", null).signedIn()))
        .forEach(
            one -> assertThat(one.toString()).doesNotContain(People.PASSWORD, "token-1", "123456"));
  }

  private void assertRefused(String code, String oneTimeCode) {
    assertThatThrownBy(() -> signIn(oneTimeCode))
        .isInstanceOfSatisfying(
            SignInRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private SigningIn.Opened signIn(String code) {
    return signIn("someone", code);
  }

  private SigningIn.Opened signIn(String name, String code) {
    return signingIn.signIn(new Credentials(name, People.PASSWORD, code), HERE);
  }

  private String session(String name) {
    return signIn(name, null).token();
  }

  private static RequestSpecification by(String session) {
    return given().noFilters().cookie(Sessions.COOKIE, session);
  }

  private String token(String name, Map<String, Object> asked) {
    return people
        .json(name, asked)
        .post("/api/me/tokens")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }

  /** One of before tokens were limited. */
  private String legacyToken(String name) {
    String token = token(name, Map.of("name", "旧令牌"));
    sql("UPDATE access_token SET reach = 'WHOLE' WHERE name = '旧令牌'");
    return token;
  }

  private void sql(String statement) {
    owner.call(connection -> connection.createStatement().execute(statement));
  }

  private static RequestSpecification bearing(String token) {
    return given().noFilters().header("Authorization", "Bearer " + token);
  }

  private Response change(String name, String present, String password) {
    return people
        .as(name, present.equals(WRONG) ? People.PASSWORD : present)
        .contentType(ContentType.JSON)
        .body(Map.of("present", present, "password", password))
        .post("/api/me/password");
  }

  private Response confirm(String name, String code) {
    return people.json(name, Map.of("code", code)).post("/api/me/second-factor/confirmation");
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      problem(people.as(name, WRONG).get("/api/me"), 401);
    }
  }

  private void failuresFromHere(int number) {
    failuresFrom("127.0.0.1", number);
  }

  private void failuresFrom(String address, int number) {
    owner.call(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute(
                """
                INSERT INTO sign_in_failure VALUES ('%s', %d, '%s')
                ON CONFLICT (address) DO UPDATE SET failures = excluded.failures
                """
                    .formatted(address, number, TestClock.START));
          }
        });
  }

  private void failuresAtUnfamiliarPlaces(String name, int number) {
    sql(
        """
        INSERT INTO account_failure (name_key, factor, place, failures, since) VALUES ('%s', 'PASSWORD', '', %d, '%s')
        ON CONFLICT ON CONSTRAINT pk_account_failure DO UPDATE SET failures = excluded.failures
        """
            .formatted(name, number, TestClock.START));
  }

  /** What is counted against anybody, by account and by address. */
  private long counted() {
    return owner.call(
        connection -> {
          try (var rows =
              connection
                  .createStatement()
                  .executeQuery(
                      "SELECT (SELECT count(*) FROM account_failure) + (SELECT count(*) FROM sign_in_failure)")) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private static RequestSpecification from(String address, RequestSpecification request) {
    return request.header("X-Forwarded-For", address);
  }

  private void assertFails(String name, String password, Origin from) {
    assertThatThrownBy(() -> signingIn.signIn(new Credentials(name, password, null), from))
        .isInstanceOfSatisfying(
            SignInRefused.class, refused -> assertThat(refused.code()).isEqualTo("sign-in-failed"));
  }

  /** What becomes of attempts at the same time: "in", or the code of the refusal. */
  private List<String> outcomes(int number, String name, String code) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(number);
    try {
      Callable<String> attempt =
          () -> {
            try {
              signIn(name, code);
              return "in";
            } catch (SignInRefused refused) {
              return refused.code();
            }
          };
      List<String> outcomes = new ArrayList<>();
      for (Future<String> one : threads.invokeAll(Collections.nCopies(number, attempt))) {
        outcomes.add(one.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Adds one to a new account, with the code of the start, and gives its secret. */
  private String secondFactorOf(String name) {
    people.account(name);
    String secret = people.as(name).post("/api/me/second-factor").path("secret");
    confirm(name, code(secret, clock.instant())).then().statusCode(204);
    return secret;
  }

  private static String code(String secret, Instant at) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), at);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String stored(String column) {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT %s FROM account WHERE name_key = 'someone'".formatted(column))
                .list(connection, row -> row.getString(1))
                .get(0));
  }
}
