package org.liangpai.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.Tester;

/**
 * Robots of group chats: how they are spoken to, how often, and what happens if they do not answer.
 */
@QuarkusTest
class RobotTest {

  private static final String DINGTALK = "/robot/send?access_token=" + StubRobot.KEY;
  private static final String WECOM = "/cgi-bin/webhook/send?key=" + StubRobot.KEY;
  private static final String FEISHU = "/open-apis/bot/v2/hook/" + StubRobot.KEY;

  @Inject NoticeStory story;
  @Inject DeliveringMessages delivering;

  private StubRobot stub;

  @BeforeEach
  void setUp() throws IOException {
    story.begin();
    stub = new StubRobot();
  }

  @AfterEach
  void stop() {
    stub.close();
    story.begin();
  }

  @ParameterizedTest
  @CsvSource({"DINGTALK, " + DINGTALK, "WECOM, " + WECOM, "FEISHU, " + FEISHU})
  void message_isTakenBySignature(String kind, String path) {
    add(kind, path, "W1").statusCode(201);
    story.tell("K1", "OFFICE@W1");
    story.tell("K2", "OFFICE@W2 SECRETARY@B1");

    delivering.deliver();
    delivering.deliver();

    assertThat(stub.taken)
        .extracting(StubRobot.Taken::text)
        .containsExactly("支部预警亮牌\n【亮牌】标题K1\n示例支部的事情K1。\n\n请登录支部预警亮牌系统查看。");
  }

  @Test
  void proposalsOfAccountability_areNotToldToAChat() {
    add("WECOM", WECOM, "C1", Map.of("rhythm", "DIGEST")).statusCode(201);
    story.tell("K1", NoticeKind.ACCOUNTABILITY, "OFFICE@C1");
    delivering.deliver();

    assertThat(stub.taken)
        .extracting(StubRobot.Taken::text)
        .containsExactly("支部预警亮牌\n【问责】有1条问责建议待决定\n请登录系统办理。\n\n请登录支部预警亮牌系统查看。");
  }

  @Test
  void budget_isTwentyInSixtySeconds() {
    add("WECOM", WECOM, "W1").statusCode(201);
    IntStream.range(0, 21).forEach(i -> story.tell("K" + i, "OFFICE@W1"));
    delivering.deliver();
    assertThat(stub.taken).hasSize(20);

    story.later(Duration.ofSeconds(59));
    delivering.deliver();
    assertThat(stub.taken).hasSize(20);

    story.later(Duration.ofSeconds(1));
    delivering.deliver();
    assertThat(stub.taken).hasSize(21).extracting(StubRobot.Taken::text).doesNotHaveDuplicates();
  }

  @Test
  void failure_isTriedAgainEachTimeLater_andThenDead() {
    add("WECOM", WECOM, "W1").statusCode(201);
    story.tell("K1", "OFFICE@W1");
    stub.fault = "{\"errcode\":45009,\"errmsg\":\"reach max api limit " + StubRobot.KEY + "\"}";
    delivering.deliver();
    assertThat(attempts()).isEqualTo("1");
    story.later(Duration.ofSeconds(59));
    delivering.deliver();
    assertThat(attempts()).isEqualTo("1");
    story.later(Duration.ofSeconds(1));
    delivering.deliver();
    assertThat(attempts()).isEqualTo("2");
    // By day, as quiet hours put off what is tried again, too.
    for (int i = 2; i < Outbox.MOST_ATTEMPTS; i++) {
      story.at(NoticeStory.MONDAY.plusDays(i), 12, 0);
      delivering.deliver();
    }
    story.at(NoticeStory.MONDAY.plusDays(20), 12, 0);
    delivering.deliver();
    assertThat(attempts()).isEqualTo("8");

    stub.fault = null;
    ValidatableResponse outbox = system().get("/api/notices/outbox").then().statusCode(200);
    outbox
        .body("standing.dead", equalTo(1))
        .body("standing.waiting", equalTo(0))
        .body("deadLetters[0].lastError", equalTo("对方没有接收，代码45009"))
        .body("deadLetters[0].recipient", equalTo("示例群"));
    String id = outbox.extract().path("deadLetters[0].id");
    system().post("/api/notices/dead-letters/" + id + "/sending").then().statusCode(204);
    system()
        .post("/api/notices/dead-letters/" + id + "/sending")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:problem:message-not-dead"));
    delivering.deliver();

    assertThat(stub.taken).extracting(StubRobot.Taken::id).containsExactly(id);
    assertThat(
            story.value(
                "SELECT count(*) FROM audit_entry WHERE act = 'NOTICE_RETRIED' AND object = '"
                    + id
                    + "'"))
        .isEqualTo("1");
  }

  @Test
  @Timeout(60)
  void answerThatNeverEnds_holdsUpNothing() {
    add("WECOM", WECOM, "W1").statusCode(201);
    story.tell("K1", "OFFICE@W1");
    stub.hangs = true;
    delivering.deliver();
    assertThat(story.value("SELECT last_error FROM notice_message")).isEqualTo("对方没有及时答复");

    stub.hangs = false;
    story.later(Duration.ofMinutes(1));
    delivering.deliver();
    assertThat(stub.taken).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"65536, ", "65537, 对方的答复不是机器人的答复，请核对地址"})
  void answer_isReadUpToALimit(int bytes, String error) {
    add("WECOM", WECOM, "W1").statusCode(201);
    story.tell("K1", "OFFICE@W1");
    String end = "\"errcode\":0}";
    stub.fault = "{" + " ".repeat(bytes - 1 - end.length()) + end;
    delivering.deliver();

    assertThat(story.value("SELECT last_error FROM notice_message")).isEqualTo(error);
  }

  @Test
  void waits_growToSixHours() {
    assertThat(Outbox.wait(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Outbox.wait(2)).isEqualTo(Duration.ofMinutes(3));
    assertThat(Outbox.wait(6)).isEqualTo(Duration.ofMinutes(243));
    assertThat(Outbox.wait(7)).isEqualTo(Duration.ofHours(6));
    assertThat(Outbox.wait(8)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void digestOfARobot_fitsIntoItsMessage() {
    add("WECOM", WECOM, "W1", Map.of("rhythm", "DIGEST")).statusCode(201);
    IntStream.range(0, 60).forEach(i -> story.tell("K" + i, "OFFICE@W1"));
    story.at(NoticeStory.MONDAY.plusDays(1), 8, 30);

    delivering.deliver();

    assertThat(stub.taken).hasSize(1);
    assertThat(Utf8.length(stub.taken.get(0).text())).isLessThanOrEqualTo(2_048);
    assertThat(stub.taken.get(0).text()).contains("标题K0").containsPattern("另有\\d+条");
  }

  @Test
  void addressAndSecret_areNeverShown() {
    add("DINGTALK", DINGTALK, "W1")
        .statusCode(201)
        .body(not(containsString(StubRobot.KEY)))
        .body(not(containsString(StubRobot.SECRET)))
        .body("shownAddress", equalTo("127.0.0.1 …heim"));
    system()
        .accept("text/html")
        .get("/notices/channels")
        .then()
        .statusCode(200)
        .body(containsString("示例群"))
        .body(containsString("hx-post=\"/notices/channels\""))
        .body(containsString("hx-disabled-elt=\"find button"))
        .body(not(containsString(StubRobot.KEY)))
        .body(not(containsString(StubRobot.SECRET)));
    assertThat(
            story.value(
                "SELECT count(*) FROM audit_entry e WHERE e::text LIKE '%k-geheim%' OR e::text LIKE '%SECgeheim%'"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "http://oapi.dingtalk.com/robot/send?access_token=x",
    "https://example.org/robot/send?access_token=x",
    "ftp://127.0.0.1/x",
    "https://oapi.dingtalk.com@127.0.0.1/x",
    "http://127.0.0.1:0/robot/send?access_token=x",
    "http://127.0.0.1:65536/robot/send?access_token=x",
    "http://127.0.0.1:8080/robot/send?access_token=x#y",
    "no address",
    "''"
  })
  void robotElsewhere_isRefused(String url) {
    request(Map.of("kind", "DINGTALK", "url", url, "secret", "x"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("url"));
  }

  @Test
  void addressAndSecret_areSealedInTheDatabase() {
    int id = add("DINGTALK", DINGTALK, "W1", Map.of("secret", "SECgeheim")).extract().path("id");
    assertThat(story.value("SELECT url || ' ' || secret FROM notice_robot"))
        .matches("sealed:AES-256-GCM:\\w{8}:\\S+ sealed:AES-256-GCM:\\w{8}:\\S+")
        .doesNotContain("127.0.0.1", "geheim");

    String before = story.value("SELECT url FROM notice_robot");
    system()
        .contentType(ContentType.JSON)
        .body(robot("DINGTALK", ""))
        .put("/api/notices/channels/" + id)
        .then()
        .statusCode(200);
    assertThat(story.value("SELECT url FROM notice_robot")).isEqualTo(before);
  }

  @Test
  void robotAtTheLastPort_isTaken() {
    request(Map.of("kind", "WECOM", "url", "http://127.0.0.1:65535" + WECOM)).statusCode(201);
  }

  @Test
  void messageThatCannotBeSentAtAll_diesLikeAnyOther() {
    add("WECOM", WECOM, "W1").statusCode(201);
    story.execute("UPDATE notice_robot SET url = 'http://127.0.0.1/no address'");
    story.tell("K1", "OFFICE@W1");
    delivering.deliver();
    assertThat(attempts()).isEqualTo("1");

    for (int i = 1; i < Outbox.MOST_ATTEMPTS; i++) {
      story.at(NoticeStory.MONDAY.plusDays(i), 12, 0);
      delivering.deliver();
    }

    assertThat(story.value("SELECT status || ' ' || last_error FROM notice_message"))
        .isEqualTo("DEAD 系统内部错误，未能发送");
  }

  @Test
  void robotThatIsThere_isNotAddedAgain() {
    int id = add("WECOM", WECOM, "W1").statusCode(201).extract().path("id");
    add("WECOM", WECOM, "W1").statusCode(201).body("id", equalTo(id));
    add("WECOM", WECOM, "W1", Map.of("name", "另一个名称"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("url"));
    int other = add("WECOM", WECOM, "W2").statusCode(201).extract().path("id");
    system()
        .contentType(ContentType.JSON)
        .body(robot("WECOM", ""))
        .put("/api/notices/channels/" + other)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("url"));
    assertThat(story.value("SELECT count(*) FROM notice_robot")).isEqualTo("2");

    system().delete("/api/notices/channels/" + id).then().statusCode(204);
    add("WECOM", WECOM, "W1").statusCode(201).body("id", not(equalTo(id)));
  }

  @ParameterizedTest
  @CsvSource({"DINGTALK, " + DINGTALK, "FEISHU, " + FEISHU})
  void robotWithoutASecret_isSpokenToUnsigned(String kind, String path) {
    stub.guard = StubRobot.Guard.KEYWORD;
    int id =
        add(kind, path, "W1", Map.of("secret", ""))
            .statusCode(201)
            .body("signed", equalTo(false))
            .extract()
            .path("id");

    system().post("/api/notices/channels/" + id + "/trial").then().statusCode(204);
    story.tell("K1", "OFFICE@W1");
    delivering.deliver();

    assertThat(stub.taken).hasSize(2);
  }

  @Test
  void secret_canBeTakenAway() {
    int id = add("DINGTALK", DINGTALK, "W1").body("signed", equalTo(true)).extract().path("id");
    Map<String, Object> changed = new HashMap<>(robot("DINGTALK", ""));
    changed.put("secret", "");
    change(id, changed).statusCode(200).body("signed", equalTo(true));

    changed.put("unsigned", true);
    change(id, changed).statusCode(200).body("signed", equalTo(false));
    changed.put("secret", StubRobot.SECRET);
    change(id, changed).statusCode(400).body("errors[0].pointer", equalTo("secret"));
  }

  @Test
  void trial_tellsWhetherItWorks() {
    int id = add("FEISHU", FEISHU, "W1").extract().path("id");
    system().post("/api/notices/channels/" + id + "/trial").then().statusCode(204);
    assertThat(stub.taken).hasSize(1);

    stub.fault = "500";
    assertTrialFails(id, "对方答复HTTP 500");
    stub.fault = null;
    stub.guard = StubRobot.Guard.SIGNATURE;
    Map<String, Object> unsigned = new HashMap<>(robot("FEISHU", ""));
    unsigned.put("secret", "");
    unsigned.put("unsigned", true);
    change(id, unsigned).statusCode(200);
    assertTrialFails(id, "对方没有接收，代码310000（sign not match）");
  }

  @Test
  void change_keepsWhatIsLeftEmpty_andRemovalEndsAll() {
    int id = add("DINGTALK", DINGTALK, "W1").extract().path("id");
    Map<String, String> changed = new HashMap<>(robot("DINGTALK", ""));
    changed.put("name", "新名称");
    changed.put("secret", "");
    system()
        .contentType(ContentType.JSON)
        .body(changed)
        .put("/api/notices/channels/" + id)
        .then()
        .statusCode(200)
        .body("name", equalTo("新名称"));
    story.tell("K1", "OFFICE@W1");
    delivering.deliver();
    assertThat(stub.taken).hasSize(1);

    system().delete("/api/notices/channels/" + id).then().statusCode(204);
    story.tell("K2", "OFFICE@W1");
    delivering.deliver();
    assertThat(stub.taken).hasSize(1);
    system().post("/api/notices/channels/" + id + "/trial").then().statusCode(404);
  }

  @Test
  void outbox_isToldToMonitoring() {
    add("WECOM", WECOM, "W1").statusCode(201);
    stub.fault = "503";
    story.tell("K1", "OFFICE@W1");
    delivering.deliver();
    story.later(Duration.ofSeconds(30));

    system()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("liangpai_outbox_waiting 1.0"))
        .body(containsString("liangpai_outbox_lag_seconds 30.0"))
        .body(containsString("liangpai_outbox_dead 0.0"));
  }

  private static void assertTrialFails(int id, String reason) {
    system()
        .post("/api/notices/channels/" + id + "/trial")
        .then()
        .statusCode(409)
        .body("detail", equalTo("测试消息没有发出去：" + reason));
  }

  private static ValidatableResponse change(int id, Map<String, ?> robot) {
    return system()
        .contentType(ContentType.JSON)
        .body(robot)
        .put("/api/notices/channels/" + id)
        .then();
  }

  private String attempts() {
    return story.value("SELECT attempts FROM notice_message");
  }

  private ValidatableResponse add(String kind, String path, String unit) {
    return add(kind, path, unit, Map.of());
  }

  private ValidatableResponse add(String kind, String path, String unit, Map<String, String> more) {
    Map<String, String> robot = new HashMap<>(robot(kind, stub.url(path)));
    robot.put("unitCode", unit);
    robot.putAll(more);
    return request(robot);
  }

  private static Map<String, String> robot(String kind, String url) {
    return Map.of(
        "kind", kind, "name", "示例群", "unitCode", "W1", "url", url, "secret", StubRobot.SECRET);
  }

  private static ValidatableResponse request(Map<String, String> robot) {
    Map<String, String> whole = new HashMap<>(robot("WECOM", ""));
    whole.putAll(robot);
    return system().contentType(ContentType.JSON).body(whole).post("/api/notices/channels").then();
  }

  private static io.restassured.specification.RequestSpecification system() {
    return given().header("Authorization", Tester.with("SYSTEM"));
  }
}
