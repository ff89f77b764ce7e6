package org.liangpai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.PostgresTestResource;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** The command for an emergency, as the owner of the tables runs it on the machine itself. */
@QuarkusTest
class ResetAdministratorTest {

  private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:1/liangpai";
  private static final Pattern SHOWN = Pattern.compile("(?m)^ {4}(\\S+)$");

  @Inject TestCity city;
  @Inject TestClock clock;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  private final People people = new People();

  @BeforeEach
  void begin() {
    city.reset();
    people.setUp().then().statusCode(201);
  }

  @AfterEach
  void end() {
    city.clear();
  }

  @Test
  void administrator_getsInAgain_byAPasswordThatIsChangedFirst() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(run(out, "sys", "手机遗失，", "无人确认")).isEqualTo(ResetAdministratorCommand.DONE);

    String given = shown(out);
    problem(people.as("sys").get("/api/me"), 401);
    problem(people.as("sys", given).get("/api/me"), 403)
        .body("type", equalTo("urn:problem:password-initial"));
    people.change("sys", given, "Lp-2027-good").then().statusCode(204);
    people.as("sys", "Lp-2027-good").get("/api/accounts").then().statusCode(200);
  }

  @Test
  void reset_isOnTheTrail_andAllAdministratorsAreTold() {
    run(new ByteArrayOutputStream(), "sys", "手机遗失");

    people
        .as("aud")
        .get("/api/audit/entries?limit=5")
        .then()
        .statusCode(200)
        .body("items.act", hasItem("ADMINISTRATOR_RESET"))
        .body("items.reason", hasItem("手机遗失"));
    assertThat(people.as("aud").get("/api/notices").<List<String>>path("items.title"))
        .contains("管理员账号在本机应急重置");
  }

  @Test
  void others_areRefused() {
    people.account("someone");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(run(out, "someone")).isEqualTo(ResetAdministratorCommand.REFUSED);
    assertThat(run(out, "nobody")).isEqualTo(ResetAdministratorCommand.REFUSED);
    assertThat(run(out)).isEqualTo(ResetAdministratorCommand.REFUSED);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("不是管理员")
        .contains("没有账号“nobody”")
        .contains("用法");
    people.as("someone").get("/api/me").then().statusCode(200);
  }

  @Test
  void databaseThatIsNotReached_isTold() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        ResetAdministratorCommand.run(
            NOBODY_LISTENS,
            "liangpai",
            PostgresTestResource.PASSWORD,
            List.of("sys"),
            clock,
            new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(ResetAdministratorCommand.NOT_REACHED);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("没有重置");
  }

  private int run(ByteArrayOutputStream out, String... arguments) {
    return ResetAdministratorCommand.run(
        url,
        "liangpai",
        PostgresTestResource.PASSWORD,
        List.of(arguments),
        clock,
        new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private static String shown(ByteArrayOutputStream out) {
    Matcher shown = SHOWN.matcher(out.toString(StandardCharsets.UTF_8));
    assertThat(shown.find()).isTrue();
    return shown.group(1);
  }
}
