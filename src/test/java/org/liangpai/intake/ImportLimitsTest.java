package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.PostgresTestResource;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportLimitsTest {

  private static final Instant START = TestClock.START;

  private final ImportLimits ofService;

  ImportLimitsTest(ImportLimits ofService) {
    this.ofService = ofService;
  }

  @Test
  void refusesTheThirdAtATime_ofOneAccountOnly() {
    ImportLimits limits = new ImportLimits(2, 100, at(START));
    limits.begin("甲");
    limits.begin("甲");

    assertThatThrownBy(() -> limits.begin("甲")).isInstanceOf(ImportRefused.class);
    assertThatCode(() -> limits.begin("乙")).doesNotThrowAnyException();
    limits.end("甲");
    assertThatCode(() -> limits.begin("甲")).doesNotThrowAnyException();
  }

  @Test
  void refusesTheFourthOfAMinute_untilTheFirstIsAMinuteAgo() {
    Instant[] now = {START};
    ImportLimits limits = new ImportLimits(1, 3, moving(now));
    for (int second : new int[] {0, 10, 20}) {
      now[0] = START.plusSeconds(second);
      limits.begin("甲");
      limits.end("甲");
    }

    now[0] = START.plusSeconds(59);
    assertThatThrownBy(() -> limits.begin("甲"))
        .isInstanceOfSatisfying(
            ImportRefused.class, one -> assertThat(one.retryAfter().get().toSeconds()).isOne());
    now[0] = START.plusSeconds(60);
    limits.begin("甲");
    limits.end("甲");
    assertThatThrownBy(() -> limits.begin("甲")).isInstanceOf(ImportRefused.class);
  }

  @Test
  void tellsOverHttp_whenToTryAgain() {
    String who = Tester.with("AUDIT RULE_AUTHOR CITY_OFFICER");
    String account = who.substring(Tester.AUTHORIZATION.length() + 1);
    IntStream.range(0, 3).forEach(one -> ofService.begin(account));

    post(who)
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("5"))
        .body("type", equalTo("urn:problem:too-many-imports-at-a-time"))
        .body("detail", containsString("还在进行"));
    IntStream.range(0, 3).forEach(one -> ofService.end(account));
    // What is refused as a whole has ended, too.
    IntStream.range(0, 4).forEach(one -> post(who).statusCode(400));
  }

  private static ValidatableResponse post(String who) {
    return given()
        .noFilters()
        .header("Authorization", who)
        .multiPart("file", "f.xlsx", "x".getBytes(StandardCharsets.UTF_8))
        .post("/api/imports")
        .then();
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneId.of("Asia/Shanghai"));
  }

  private static Clock moving(Instant[] now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now[0];
      }
    };
  }
}
