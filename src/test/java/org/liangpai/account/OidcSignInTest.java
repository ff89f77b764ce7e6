package org.liangpai.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.IdentityProvider;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** Signing in by an identity provider, from here to there and back, and out again. */
@QuarkusTest
@TestProfile(OidcSignInTest.WithProvider.class)
class OidcSignInTest {

  /** The service with the provider of the tests. */
  public static class WithProvider implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(IdentityProvider.class));
    }
  }

  private static final Pattern LINK = Pattern.compile("href=\"(http[^\"]+)\"");

  @TestHTTPResource("/")
  URI service;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  URI provider;

  @Inject TestCity city;
  @Inject TestClock clock;
  @Inject OwnerTransactions owner;

  private final People people = new People();
  private long lastEntry;

  @BeforeEach
  void setUp() {
    city.clear();
    people.setUp();
    city.addUnit("X1", "COUNTY", "C1");
    city.addUnit("W1", "COMMITTEE", "X1");
    city.addUnit("W2", "COMMITTEE", "X1");
    city.branch("B1", row -> row);
    city.branch("B2", row -> row.with("unitCode", "W2"));
    lastEntry = owner.call(c -> number(c, "SELECT coalesce(max(id), 0) FROM audit_entry"));
  }

  @AfterEach
  void clear() {
    clock.reset();
    city.clear();
  }

  @Test
  void person_seesOnlyTheirPart_fromSignInToSignOutAtTheProvider() {
    next("s1", "zhang", "COMMITTEE_OFFICER@W1");
    Wanderer browser = new Wanderer();

    HttpResponse<String> page = browser.wander(service.resolve("/sign-in/oidc?to=%2Fbranches"));

    assertThat(page.uri()).isEqualTo(service.resolve("/branches"));
    assertThat(page.body()).contains("示例支部B1").doesNotContain("示例支部B2");
    assertThat(browser.visited()).extracting(URI::getPort).contains(provider.getPort());
    assertThat(browser.cookies().keySet())
        .contains(Sessions.COOKIE)
        .noneMatch(name -> name.startsWith("q_"));

    HttpResponse<String> leaving = browser.post(service.resolve("/sign-out"));
    assertThat(leaving.statusCode()).isEqualTo(200);
    assertThat(leaving.headers().firstValue("Refresh")).isPresent();
    HttpResponse<String> left = browser.wander(link(leaving.body()));

    assertThat(left.uri()).isEqualTo(service.resolve("/sign-in"));
    assertThat(left.body()).contains("href=\"/sign-in/oidc\"");
    given().noFilters().get(provider + "/left").then().body("subject", equalTo("s1"));
    assertThat(browser.get(service.resolve("/branches")).statusCode()).isEqualTo(303);
    assertThat(acts())
        .containsExactly(
            "ACCOUNT_CREATED zhang",
            "POST_ASSIGNED 统一身份认证",
            "SIGNED_IN zhang",
            "NAMES_READ zhang",
            "SIGNED_OUT zhang");
  }

  @Test
  void claim_endsWhatItGave_andNothingElse() {
    next("s1", "zhang", "COMMITTEE_OFFICER@W1", "LEADER@B2", "SUPERVISOR@X1");
    signIn();
    people.assign("zhang", "LEADER", Map.of("unitCode", "W2")).then().statusCode(201);
    next("s1", "zhang", "COMMITTEE_OFFICER@W1");
    signIn();

    assertThat(posts("zhang")).containsExactly("COMMITTEE_OFFICER W1 true", "LEADER W2 false");
    assertThat(acts()).filteredOn(act -> act.startsWith("POST_ENDED")).hasSize(2);
  }

  @Test
  void claim_doesNotDouble_whatTheAdministratorAssigned() {
    next("s1", "zhang");
    signIn();
    people.assign("zhang", "LEADER", Map.of("unitCode", "W2")).then().statusCode(201);
    next("s1", "zhang", "LEADER@W2", "LEADER@W2");
    signIn();
    next("s1", "zhang");
    signIn();

    assertThat(posts("zhang")).containsExactly("LEADER W2 false");
  }

  @Test
  void administrator_isNeitherMadeNorEndedByTheProvider() {
    next("s1", "zhang");
    signIn();
    people.confirm("sys", people.assign("zhang", "AUDIT", Map.of())).then().statusCode(200);
    next("s1", "zhang", "AUDIT");
    signIn();
    assertThat(posts("zhang")).containsExactly("AUDIT null false");

    next("s2", "wang", "SYSTEM");
    HttpResponse<String> refused = new Wanderer().wander(start(null));

    assertRefused(refused, 403, "三员分立");
    assertThat(accounts("wang")).isZero();
  }

  @Test
  void administrator_whoWasOnceMadeByTheProvider_isNotEndedByIt() {
    next("s1", "zhang");
    signIn();
    people.confirm("sys", people.assign("zhang", "AUDIT", Map.of())).then().statusCode(200);
    owner.call(
        connection ->
            NamedStatement.of("UPDATE post SET provided = true WHERE role = 'AUDIT'")
                .execute(connection));

    signIn();

    assertThat(posts("zhang")).containsExactly("AUDIT null true");
  }

  @Test
  void twoAdministrators_areRefused_withoutATrace() {
    next("s1", "zhang", "SYSTEM", "AUDIT");

    assertRefused(new Wanderer().wander(start(null)), 403, "三员分立");

    assertThat(accounts("zhang")).isZero();
    assertThat(acts()).containsExactly("SIGN_IN_FAILED ");
  }

  @ParameterizedTest
  @CsvSource({
    "COMMITTEE_OFFICER@W99, 没有党组织“W99”",
    "COMMITTEE_OFFICER@X1, 层级",
    "COMMITTEE_OFFICER, 请填写党组织编码",
    "BRANCH_SECRETARY@B99, 没有支部“B99”",
    "BRANCH_SECRETARY@W1, 没有支部“W1”",
    "LEADER@N1, 没有党组织“N1”",
    "AUDIT@W1, 不能填写党组织编码",
    "SECRETARY@B1, 没有岗位“SECRETARY”",
    "'', 没有岗位“”"
  })
  void posts_areRefused_thatCannotBe(String post, String reason) {
    next("s1", "zhang", "LEADER@W1", post);

    assertRefused(new Wanderer().wander(start(null)), 403, reason);

    assertThat(accounts("zhang")).isZero();
    assertThat(acts()).containsExactly("SIGN_IN_FAILED ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIGNATURE", "EXPIRED", "NONCE", "AUDIENCE", "ISSUER", "DENIED"})
  void token_isRefused_thatIsNotRight(String fault) {
    next(fault, "s1", "zhang", List.of());

    assertRefused(new Wanderer().wander(start(null)), 401, "统一身份认证没有完成");

    assertThat(accounts("zhang")).isZero();
    assertThat(acts()).containsExactly("SIGN_IN_FAILED ");
  }

  @Test
  void return_isRefused_withAnotherState() {
    next("s1", "zhang");
    Wanderer browser = new Wanderer();
    browser.wander(start(null), "/sign-in/oidc/callback");
    String back = browser.visited().get(browser.visited().size() - 1).toString();

    assertRefused(browser.get(URI.create(back.replace("state=", "state=0"))), 401, "统一身份认证没有完成");
  }

  @Test
  void return_isRefused_inAnotherBrowser() {
    next("s1", "zhang");
    Wanderer browser = new Wanderer();
    browser.wander(start(null), "/sign-in/oidc/callback");
    URI back = browser.visited().get(browser.visited().size() - 1);

    assertRefused(new Wanderer().get(back), 401, "统一身份认证没有完成");
    assertThat(accounts("zhang")).isZero();
  }

  @Test
  void deactivatedAccount_isRefused() {
    next("s1", "zhang", "LEADER@W1");
    signIn();
    people
        .json("sec", Map.of("reason", "调离"))
        .post("/api/accounts/zhang/deactivation")
        .then()
        .statusCode(200);

    assertRefused(new Wanderer().wander(start(null)), 403, "已停用");
    assertThat(acts()).last().isEqualTo("SIGN_IN_FAILED ");
  }

  @Test
  void name_ofABuiltInAccount_isRefused() {
    next("s1", "SEC");
    assertRefused(new Wanderer().wander(start(null)), 403, "已属于另一个账号");
  }

  @Test
  void name_ofSomebodyElse_isRefused() {
    next("s1", "zhang");
    signIn();
    next("s2", "zhang");
    assertRefused(new Wanderer().wander(start(null)), 403, "已属于另一个账号");
  }

  @Test
  void person_keepsTheAccount_whenTheNameChanges() {
    next("s1", "zhang", "LEADER@W1");
    signIn();
    next("s1", "zhang.san", "LEADER@W1");
    signIn();

    assertThat(accounts("zhang")).isEqualTo(1);
    assertThat(accounts("zhang.san")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"统一身份认证", "系统", "x", "a b", ""})
  void name_isRefused_thatCannotBe(String name) {
    next("s1", name);
    assertRefused(new Wanderer().wander(start(null)), 403, "账号名");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/", "//example.org", "/\\example.org", "/sign-in/oidc"})
  void address_isNotFollowed_thatLeadsElsewhere(String to) {
    next("s1", "zhang", "LEADER@W1");

    HttpResponse<String> page = new Wanderer().wander(start(to));

    assertThat(page.uri()).isEqualTo(service);
  }

  @Test
  void signInPage_leadsOnToThePageAskedFor() {
    given()
        .noFilters()
        .queryParam("to", "/cards?a=1&b=2")
        .get("/sign-in")
        .then()
        .body(containsString("href=\"/sign-in/oidc?to=%2Fcards%3Fa%3D1%26b%3D2\""));
  }

  @Test
  void accountOfTheProvider_hasNoPassword() {
    next("s1", "zhang", "LEADER@W1");
    signIn();

    people
        .as("sec")
        .get("/api/accounts/zhang")
        .then()
        .body("external", equalTo(true))
        .body("passwordChangedAt", nullValue());
    people
        .as("sys")
        .accept("text/html")
        .get("/accounts/zhang")
        .then()
        .statusCode(200)
        .body(containsString("密码在统一身份认证修改"))
        .body(not(containsString("重置密码")));
    problem(people.as("zhang").get("/api/branches"), 401);
    problem(people.as("zhang", "").get("/api/branches"), 401);
    problem(
        people
            .json("sys", Map.of("password", People.PASSWORD))
            .post("/api/accounts/zhang/password"),
        409);
    problem(people.as("zhang").get("/api/branches"), 401);
  }

  @Test
  void providersOwnSession_isWorthNothing_onOtherPaths() {
    next("s1", "zhang", "LEADER@W1");
    Wanderer browser = new Wanderer();
    browser.wander(start(null), "/sign-in/oidc");
    String session = browser.cookies().get("q_session");
    assertThat(session).isNotBlank();

    problem(given().noFilters().cookie("q_session", session).get("/api/me"), 401);
    problem(given().noFilters().cookie("q_session", session).get("/api/branches"), 401);
  }

  private void signIn() {
    HttpResponse<String> page = new Wanderer().wander(start("/q/openapi"));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
  }

  private URI start(String to) {
    return service.resolve(
        "/sign-in/oidc"
            + (to == null ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
  }

  private void next(String subject, String name, String... posts) {
    next(null, subject, name, List.of(posts));
  }

  private void next(String fault, String subject, String name, List<String> posts) {
    IdentityProvider.Next next =
        new IdentityProvider.Next(
            fault,
            Map.of(
                "sub", subject,
                "preferred_username", name,
                "name", "张三",
                "liangpai_posts", posts));
    given()
        .noFilters()
        .contentType("application/json")
        .body(next)
        .put(provider + "/next")
        .then()
        .statusCode(200);
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(reason).contains("没有登录成功");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
  }

  private static URI link(String page) {
    Matcher link = LINK.matcher(page);
    assertThat(link.find()).isTrue();
    return URI.create(link.group(1).replace("&amp;", "&"));
  }

  private List<String> posts(String account) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT p.role || ' ' || coalesce(p.unit_code, p.branch_code, 'null') || ' ' || p.provided
                    FROM post p JOIN account a ON a.id = p.account_id
                    WHERE a.name = :name AND p.ended_at IS NULL ORDER BY p.id
                    """)
                .with("name", account)
                .list(connection, row -> row.getString(1)));
  }

  private long accounts(String name) {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT count(*) FROM account WHERE name = :name")
                .with("name", name)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }

  /** The acts since the set-up, each with the account or, for a new one, its name. */
  private List<String> acts() {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT act || ' ' || CASE act WHEN 'ACCOUNT_CREATED' THEN object ELSE account END
                    FROM audit_entry WHERE id > :last AND act <> 'ACCESS_REFUSED' ORDER BY id
                    """)
                .with("last", lastEntry)
                .list(connection, row -> row.getString(1)));
  }

  private static long number(java.sql.Connection connection, String query)
      throws java.sql.SQLException {
    return NamedStatement.of(query).list(connection, row -> row.getLong(1)).get(0);
  }
}
