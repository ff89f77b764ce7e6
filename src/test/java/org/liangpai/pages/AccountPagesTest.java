package org.liangpai.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.account.People;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

@QuarkusTest
class AccountPagesTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

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

  @Test
  void newAccount_waitsUntilTheSecurityAdministratorActivatesIt() {
    SignedInBrowser system = new SignedInBrowser("sys");
    system
        .post("/accounts", Map.of("name", "officer", "displayName", "王", "password", "short"))
        .then()
        .statusCode(400)
        .body(containsString("密码至少8位"), containsString("value=\"officer\""));
    system
        .post(
            "/accounts", Map.of("name", "officer", "displayName", "王", "password", People.PASSWORD))
        .then()
        .statusCode(303)
        .header("Location", endsWith("/accounts/officer?done=created"));
    assertThat(system.post("/accounts/officer/activation", Map.of()).statusCode()).isEqualTo(403);

    SignedInBrowser security = new SignedInBrowser("sec");
    page(security, "/accounts?q=OFF").body(containsString("officer"), not(containsString("aud<")));
    page(security, "/accounts/officer").body(containsString("等待启用"));
    done(security, "/accounts/officer/activation", Map.of());
    page(security, "/accounts/officer")
        .body(containsString("启用账号</strong>　sec"), containsString("新建账号</strong>　sys"));

    SignedInBrowser officer = new SignedInBrowser("officer");
    officer.get("/notices").then().statusCode(303).header("Location", endsWith("/account"));
    assertThat(officer.post("/account/tokens", Map.of("name", "接口")).header("Location"))
        .endsWith("/account");
    page(officer, "/account").body(containsString("请先修改密码"));
    done(
        officer,
        "/account/password",
        Map.of("present", People.PASSWORD, "password", "Lp-2027-good", "again", "Lp-2027-good"));
    page(officer, "/notices").body(containsString("密码已修改"));
  }

  @Test
  void handOver_countsWhatIsOpenThere_andNoMore() {
    city.branch("B1", UnaryOperator.identity());
    city.records("B1", YearMonth.of(2026, 7), OCTOBER);
    city.record("B1", OCTOBER, UnaryOperator.identity(), "COMMITTEE_MEETING");
    sweeping.sweep(OCTOBER);
    long first = people.hire("first", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    long elsewhere = people.hire("other", "COMMITTEE_OFFICER", Map.of("unitCode", "W2"));
    SignedInBrowser security = new SignedInBrowser("sec");

    page(security, "/posts/" + first)
        .body(
            containsString("<dd>1 项</dd>"),
            containsString("<dd>0 张</dd>"),
            containsString("结束任职后岗位空缺"),
            not(containsString("YX-02")));
    page(security, "/posts/" + elsewhere).body(containsString("<dd>0 项</dd>"));

    people.hire("second", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    page(security, "/posts/" + first)
        .body(containsString("/accounts/second"), not(containsString("岗位空缺")));
    security
        .post("/posts/" + first + "/end", Map.of())
        .then()
        .statusCode(400)
        .body(containsString("结束任职必须写明理由"));

    SignedInBrowser leaving = new SignedInBrowser("first");
    page(leaving, "/findings").body(containsString("共 1 项"));
    done(security, "/posts/" + first + "/end", Map.of("reason", "调离"));
    assertThat(leaving.get("/findings").statusCode()).isEqualTo(403);
    page(new SignedInBrowser("second"), "/findings").body(containsString("共 1 项"));
    page(security, "/accounts/first").body(containsString("结束任职"), containsString("调离"));
  }

  @Test
  void administratorsAccount_isChanged_onceAnotherKindConfirms() {
    SignedInBrowser system = new SignedInBrowser("sys");
    system
        .post("/accounts/sec/password", Map.of("password", "Reset-4-others", "reason", "忘记密码"))
        .then()
        .statusCode(303)
        .header("Location", endsWith("/accounts/sec?done=asked"));
    page(system, "/accounts/sec?done=asked").body(containsString("由另一类管理员"));
    SignedInBrowser audit = new SignedInBrowser("aud");
    String waiting =
        page(audit, "/administrator-requests")
            .body(containsString("重置密码"), containsString("忘记密码"))
            .extract()
            .asString();
    String path = found(waiting, "(/administrator-requests/\\d+/confirmation)");
    assertThat(page(system, "/administrator-requests").extract().asString())
        .doesNotContain(path)
        .contains("撤回申请");
    assertThat(system.post(path, Map.of()).statusCode()).isEqualTo(409);
    audit
        .post(path.replace("confirmation", "refusal"), Map.of("reason", ""))
        .then()
        .statusCode(400);

    audit
        .post(path, Map.of())
        .then()
        .statusCode(200)
        .body(containsString("id=\"password-part\""), containsString("已确认并办理"));

    page(audit, "/administrator-requests")
        .body(not(containsString("password-part")), containsString("已确认办理"));
  }

  @Test
  void vacantPosts_areShownAsAProblem() {
    SignedInBrowser security = new SignedInBrowser("sec");

    page(security, "/accounts").body(containsString("示例第一镇党委（W1）：缺基层党委经办人"));
    people.hire("first", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    page(security, "/accounts")
        .body(not(containsString("示例第一镇党委（W1）：缺")), containsString("示例第二镇党委（W2）：缺"));
  }

  @Test
  void refusesAPost_whereTheRoleHasNone() {
    people.account("officer");
    new SignedInBrowser("sec")
        .post("/posts", Map.of("account", "officer", "role", "COMMITTEE_OFFICER", "unitCode", "X1"))
        .then()
        .statusCode(400)
        .body(containsString("层级是 COUNTY"), containsString("任命岗位"));
  }

  @Test
  void changesTheOwnPassword_andEndsTheOtherSessions() {
    people.account("officer");
    SignedInBrowser here = new SignedInBrowser("officer");
    SignedInBrowser elsewhere = new SignedInBrowser("officer");
    Map<String, String> form =
        Map.of("present", People.PASSWORD, "password", "Lp-2027-good", "again", "Lp-2027-good");

    here.post("/account/password", Map.of("present", "x", "password", "a", "again", "b"))
        .then()
        .statusCode(400)
        .body(containsString("两次输入的新密码不一致"));
    done(here, "/account/password", form);

    page(here, "/account?done=password").body(containsString("密码已修改"));
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void endsAnotherSession_ofTheSamePerson() {
    people.account("officer");
    SignedInBrowser lost = new SignedInBrowser("officer");
    SignedInBrowser here = new SignedInBrowser("officer");
    String own = page(here, "/account").extract().asString();

    done(here, found(own, "(/account/sessions/\\d+/end)"), Map.of());

    assertThat(lost.get("/account").statusCode()).isEqualTo(303);
    page(here, "/account").body(not(containsString("/account/sessions/")));
  }

  @Test
  void showsAnAccessToken_once() {
    people.account("officer");
    SignedInBrowser browser = new SignedInBrowser("officer");

    String issued =
        browser
            .post("/account/tokens", Map.of("name", "每月导入"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    String token = found(issued, "id=\"token\">([^<]+)<");

    page(browser, "/account").body(containsString("每月导入"), not(containsString(token)));
    done(browser, found(issued, "(/account/tokens/\\d+/revocation)"), Map.of());
    page(browser, "/account").body(containsString("已吊销"));
  }

  @Test
  void secondFactor_isShownAsAPictureAndInLetters() {
    people.account("officer");
    SignedInBrowser browser = new SignedInBrowser("officer");

    String begun =
        browser
            .post("/account/second-factor", Map.of())
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(begun).containsPattern("<path d=\"M4,4h1v1h-1z").doesNotContain(" style=");
    assertThat(found(begun, "id=\"secret\">([^<]+)<")).matches("([A-Z2-7]{4} )+[A-Z2-7]{1,4}");
    browser
        .post("/account/second-factor/confirmation", Map.of("code", "000000"))
        .then()
        .statusCode(400)
        .body(containsString("动态口令不对"));
  }

  private static void done(SignedInBrowser browser, String path, Map<String, String> form) {
    browser.post(path, form).then().statusCode(303);
  }

  private static String found(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static ValidatableResponse page(SignedInBrowser browser, String path) {
    return browser.get(path).then().statusCode(200).contentType("text/html");
  }
}
