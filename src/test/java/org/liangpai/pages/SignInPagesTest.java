package org.liangpai.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.account.People;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

@QuarkusTest
class SignInPagesTest {

  private static final String SESSION = "liangpai_session";

  @Inject TestCity city;
  @Inject SweepingCity sweeping;
  @Inject TestClock clock;

  private final People people = new People();

  @BeforeEach
  void startsWithAccounts() {
    clock.reset();
    city.reset();
    people.setUp().then().statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /sign-in",
    "/findings?month=2026-10, /sign-in?to=%2Ffindings%3Fmonth%3D2026-10",
    "/account, /sign-in?to=%2Faccount"
  })
  void leadsToTheSignIn_whoeverIsNotSignedIn(String asked, String led) {
    SignedInBrowser.nobody().get(asked).then().statusCode(303).header("Location", endsWith(led));
  }

  @Test
  void leadsHtmxToTheSignIn_andBackToThePageThatIsShown() {
    given()
        .noFilters()
        .header("HX-Request", "true")
        .header("HX-Current-URL", "http://127.0.0.1/findings?month=2026-10")
        .get("/sweeps/none/progress")
        .then()
        .statusCode(401)
        .header("HX-Redirect", "/sign-in?to=%2Ffindings%3Fmonth%3D2026-10")
        .body(equalTo(""));
  }

  @Test
  void goesToThePageAskedFor_butNeverElsewhere() {
    signIn("sys", People.PASSWORD, "/accounts/sec")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/accounts/sec"));
    for (String elsewhere : new String[] {"//elsewhere.example", "https://elsewhere.example/"}) {
      assertThat(signIn("sys", People.PASSWORD, elsewhere).header("Location"))
          .endsWith("/")
          .doesNotContain("elsewhere");
    }
  }

  @Test
  void opensASession_whoseCookieScriptsCannotRead() {
    Cookie cookie = signIn("sys", People.PASSWORD, null).detailedCookie(SESSION);

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.isSecured()).isFalse();
    assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax");
    assertThat(cookie.hasExpiryDate() || cookie.getMaxAge() > 0).isFalse();
  }

  @Test
  void knowsTheBrowserAgain_andLocksNobodyOutThere() {
    Response opened = signIn("sys", People.PASSWORD, null);
    Cookie browser = opened.detailedCookie("liangpai_browser");
    assertThat(browser.isHttpOnly()).isTrue();
    assertThat(browser.getMaxAge()).isEqualTo(Duration.ofDays(90).toSeconds());
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("sys", "wrong", null).detailedCookie("liangpai_browser")).isNull();
    }

    SignedInBrowser.nobody()
        .holding("liangpai_browser", browser.getValue())
        .post("/sign-in", Map.of("name", "sys", "password", People.PASSWORD))
        .then()
        .statusCode(303);
  }

  @Test
  void answersTheSame_forAWrongNameAndAWrongPassword() {
    String wrongName = refused(signIn("nobody", "wrong", null));
    String wrongPassword = refused(signIn("sys", "wrong", null));

    assertThat(wrongPassword.replace("\"sys\"", "\"nobody\"")).isEqualTo(wrongName);
  }

  @ParameterizedTest
  @CsvSource({"sys, /accounts", "sec, /accounts", "aud, /audit"})
  void leadsAdministrators_toTheirFirstPage(String name, String first) {
    new SignedInBrowser(name).get("/").then().statusCode(303).header("Location", endsWith(first));
  }

  @Test
  void offersOnlyWhatTheRoleMayDo() {
    city.branch("B1", UnaryOperator.identity());
    people.hire("officer", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    people.hire("secretary", "BRANCH_SECRETARY", Map.of("branchCode", "B1"));

    page(new SignedInBrowser("officer"), "/")
        .body(
            containsString("基层党委经办人（示例第一镇党委）"),
            containsString("href=\"/findings\""),
            not(containsString("href=\"/sweeps\"")),
            not(containsString("href=\"/accounts\"")),
            not(containsString("开始排查")));
    page(new SignedInBrowser("secretary"), "/branches")
        .body(containsString("支部书记（示例支部B1）"), containsString("示例支部B1"));
    page(new SignedInBrowser("sys"), "/accounts")
        .body(containsString("新建账号"), not(containsString("href=\"/findings\"")));
    page(new SignedInBrowser("sec"), "/accounts/sys")
        .body(containsString("任命岗位"), not(containsString("重置密码</button>")));
  }

  @Test
  void signsOut_soThatTheCookieIsOfNoUseAnyMore() {
    SignedInBrowser browser = new SignedInBrowser("sys");

    browser
        .post("/sign-out", Map.of())
        .then()
        .statusCode(303)
        .cookie(SESSION, "")
        .header("Location", endsWith("/sign-in?out=1"));

    browser.get("/accounts").then().statusCode(303).header("Location", containsString("/sign-in"));
  }

  @Test
  void newSignIn_endsTheSessionThatTheBrowserHad_butNoOtherOfTheAccount() {
    SignedInBrowser elsewhere = new SignedInBrowser("sys");
    SignedInBrowser browser = new SignedInBrowser("sys");

    browser
        .post("/sign-in", Map.of("name", "sec", "password", "Wrong-password-1"))
        .then()
        .statusCode(401);
    page(browser, "/accounts");
    browser
        .post("/sign-in", Map.of("name", "sec", "password", People.PASSWORD))
        .then()
        .statusCode(303);

    browser.get("/accounts").then().statusCode(303).header("Location", containsString("/sign-in"));
    page(elsewhere, "/accounts");
  }

  @Test
  void asksToSignInAgain_afterTenIdleMinutes() {
    SignedInBrowser browser = new SignedInBrowser("sys");

    clock.set(TestClock.START.plus(Duration.ofMinutes(9)));
    page(browser, "/accounts");
    clock.set(TestClock.START.plus(Duration.ofMinutes(20)));
    browser
        .get("/accounts")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/sign-in?to=%2Faccounts"));
  }

  @Test
  void textOfAForm_outlivesTheSession_forTheSamePersonOnly() {
    people.hire("officer", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    people.hire("other", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    Map<String, String> typed = Map.of("unit", "X1", "content", "借用会议室一个月，党员活动室在修");
    SignedInBrowser browser = new SignedInBrowser("officer");
    clock.set(TestClock.START.plus(Duration.ofMinutes(20)));

    browser
        .post("/help-requests", typed, "/help-requests")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/sign-in?to=%2Fhelp-requests&kept=1"));
    page(SignedInBrowser.nobody(), "/sign-in?to=%2Fhelp-requests&kept=1")
        .body(containsString("只有您本人登录后才看得到"), not(containsString("借用会议室")));

    page(new SignedInBrowser("other"), "/help-requests").body(not(containsString("借用会议室")));
    SignedInBrowser again = new SignedInBrowser("officer");
    page(again, "/help-requests")
        .body(
            containsString("登录已经过期，刚才的内容没有提交"),
            containsString("借用会议室一个月，党员活动室在修"),
            containsString("value=\"X1\""));
    page(again, "/help-requests").body(not(containsString("借用会议室")));
  }

  @Test
  void textOfAForm_outlivesTheSession_sentByHtmx() {
    people.hire("officer", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    SignedInBrowser browser = new SignedInBrowser("officer");
    clock.set(TestClock.START.plus(Duration.ofMinutes(20)));

    browser
        .postByHtmx("/help-requests", Map.of("content", "借用会议室"), "/help-requests")
        .then()
        .statusCode(401)
        .header("HX-Redirect", "/sign-in?to=%2Fhelp-requests&kept=1");

    page(new SignedInBrowser("officer"), "/help-requests").body(containsString("借用会议室"));
  }

  @Test
  void remindsAdministrators_thatASecondFactorIsDue() {
    page(new SignedInBrowser("sys"), "/accounts").body(containsString("须绑定动态口令，请在2026年11月16日前"));
  }

  @Test
  void saysOnEveryPage_thatADemonstrationAccountIsActive() {
    SignedInBrowser nobody = SignedInBrowser.nobody();
    page(nobody, "/sign-in").body(not(containsString("正在使用演示账号")));

    sweeping.execute("UPDATE account SET demonstration = true WHERE name = 'aud'");
    page(nobody, "/sign-in").body(containsString("正在使用演示账号"));
    page(new SignedInBrowser("sys"), "/accounts").body(containsString("正在使用演示账号"));

    sweeping.execute("UPDATE account SET status = 'DEACTIVATED' WHERE name = 'aud'");
    page(nobody, "/sign-in").body(not(containsString("正在使用演示账号")));
  }

  @Test
  void leadsToTheAccount_whoeverHasSomethingToDoFirst() {
    SignedInBrowser browser = new SignedInBrowser("sys");
    clock.set(TestClock.START.plus(Duration.ofDays(8)));

    SignedInBrowser later = new SignedInBrowser("sys");
    later
        .get("/accounts")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/account/second-factor"));
    page(later, "/account").body(containsString("绑定动态口令"));
    browser.get("/accounts").then().header("Location", containsString("/sign-in"));
  }

  @Test
  void asksForThePasswordAgain_beforeATokenIsIssued_tenMinutesAfterIt() {
    SignedInBrowser browser = new SignedInBrowser("sys");
    Map<String, String> asked = Map.of("name", "每月导出");

    clock.set(TestClock.START.plus(Duration.ofMinutes(10)).minusSeconds(1));
    page(browser, "/account").body(not(containsString("现在的密码（登录已超过")));
    browser.post("/account/tokens", asked).then().statusCode(200).body(containsString("lp_"));
    clock.set(TestClock.START.plus(Duration.ofMinutes(10)));
    page(browser, "/account").body(containsString("现在的密码（登录已超过"), containsString("只读"));
    browser
        .post("/account/tokens", asked)
        .then()
        .statusCode(400)
        .body(containsString("请再输入一次现在的密码"), not(containsString("lp_")));
    browser
        .post("/account/tokens", Map.of("name", "每月导出", "present", "wrong"))
        .then()
        .statusCode(400)
        .body(containsString("现在的密码不对"), not(containsString("lp_")));

    browser
        .post(
            "/account/tokens",
            Map.of(
                "name", "管账号",
                "present", People.PASSWORD,
                "reach", "NAMED",
                "permissions", "manage-accounts"))
        .then()
        .statusCode(200)
        .body(containsString("lp_"), containsString("新建账号、重置密码"));
    // What was given just now is fresh again.
    browser.post("/account/tokens", asked).then().statusCode(200).body(containsString("lp_"));
  }

  @Test
  void tokensOfSomebody_areShownToTheSystemAdministrator_andRevoked() {
    people.json("aud", Map.of("name", "每月导出")).post("/api/me/tokens").then().statusCode(201);
    SignedInBrowser browser = new SignedInBrowser("sys");
    int id = people.as("aud").get("/api/me/tokens").path("[0].id");

    page(browser, "/accounts/aud").body(containsString("每月导出"), not(containsString("lp_")));
    page(new SignedInBrowser("sec"), "/accounts/aud").body(not(containsString("每月导出")));
    browser
        .post("/accounts/aud/tokens/" + id + "/revocation", Map.of())
        .then()
        .statusCode(303)
        .header("Location", endsWith("/accounts/aud?done=token"));
    page(browser, "/accounts/aud").body(containsString("已吊销"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sweeps", "/findings/decisions", "/posts", "/accounts"})
  void doesNothing_forWhoeverIsNotSignedIn(String path) {
    Response answer =
        SignedInBrowser.nobody().post(path, Map.of("month", "2026-10", "name", "somebody"));

    answer
        .then()
        .statusCode(303)
        .header("Location", allOf(containsString("/sign-in"), not(containsString(path))));
  }

  private static Response signIn(String name, String password, String to) {
    return SignedInBrowser.nobody()
        .post(
            "/sign-in",
            to == null
                ? Map.of("name", name, "password", password)
                : Map.of("name", name, "password", password, "to", to));
  }

  private static String refused(Response answer) {
    return answer.then().statusCode(401).extract().asString().replaceAll("[\\w-]{64}(?=\")", "");
  }

  private static ValidatableResponse page(SignedInBrowser browser, String path) {
    return browser.get(path).then().statusCode(200).contentType("text/html");
  }
}
