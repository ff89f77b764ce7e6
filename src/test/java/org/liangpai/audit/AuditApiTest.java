package org.liangpai.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.Auditor;
import org.liangpai.testsupport.PageForms;

@QuarkusTest
class AuditApiTest {

  @Inject Auditing auditing;

  private final String object = UUID.randomUUID().toString();

  private static RequestSpecification auditor() {
    return given().header("Authorization", Auditor.AUTHORIZATION);
  }

  private void write(String reason) {
    auditing.record(
        Entry.of(Act.CARD_LEVEL_CHANGED, ObjectKind.CARD, object)
            .changed(Map.of("level", "RED"), Map.of("level", "ORANGE"))
            .because(reason));
  }

  @Test
  void entries_comeLatestFirst_pageByPage() {
    for (int i = 0; i < 5; i++) {
      write("理由" + i);
    }

    Map<String, Object> first = page("");
    Map<String, Object> second = page("&after=" + first.get("next"));
    Map<String, Object> third = page("&after=" + second.get("next"));
    assertThat(reasons(first)).containsExactly("理由4", "理由3");
    assertThat(reasons(second)).containsExactly("理由2", "理由1");
    assertThat(reasons(third)).containsExactly("理由0");
    assertThat(third.get("next")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account=示例操作员",
        "kind=CARD",
        "act=CARD_LEVEL_CHANGED",
        "from=2026-11-09",
        "to=2026-11-09"
      })
  void filter_findsWhatItNames(String filter) {
    write("理由");
    auditor()
        .get("/api/audit/entries?object=" + object + "&" + filter)
        .then()
        .body("items.size()", equalTo(1))
        .body("items[0].before.level", equalTo("RED"))
        .body("items[0].hash.length()", equalTo(64));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account=别人",
        "kind=FINDING",
        "act=CARD_ISSUED",
        "from=2026-11-10",
        "to=2026-11-08"
      })
  void filter_leavesOutTheRest(String filter) {
    write("理由");
    auditor()
        .get("/api/audit/entries?object=" + object + "&" + filter)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void export_neutralisesCells_andIsItselfWrittenDown() {
    write("=1+1");

    String csv =
        auditor()
            .get("/api/audit/entries.csv?object=" + object)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv).contains("\"'=1+1\"").contains("\"调整亮牌等级\"").startsWith("\ufeff");
    auditor()
        .get("/api/audit/entries?kind=TRAIL&act=EXPORTED&limit=1")
        .then()
        .body("items[0].account", equalTo(Auditor.VIEWER.account()))
        .body("items[0].after.object", equalTo(object));
  }

  @Test
  void verification_tellsWhatItRead() {
    write("理由");
    auditor()
        .contentType(ContentType.JSON)
        .post("/api/audit/verification")
        .then()
        .statusCode(200)
        .body("rows", greaterThan(0));
  }

  @Test
  void purge_isRefused_ofWhatIsNotArchived() {
    auditor()
        .contentType(ContentType.JSON)
        .body(Map.of("month", "2020-01"))
        .post("/api/audit/purges")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:problem:audit-not-archived"));
  }

  @Test
  void page_showsRowsInChinese() {
    write("情节较轻");
    auditor()
        .accept(ContentType.HTML)
        .get("/audit?object=" + object)
        .then()
        .statusCode(200)
        .body(containsString("红牌 → 橙牌"))
        .body(containsString("基层党委经办人"))
        .body(containsString("情节较轻"));
    PageForms.form()
        .header("Authorization", Auditor.AUTHORIZATION)
        .post("/audit/verification")
        .then()
        .statusCode(200)
        .body(containsString("共校验"));
  }

  private Map<String, Object> page(String after) {
    return auditor()
        .get("/api/audit/entries?limit=2&object=" + object + after)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("$");
  }

  @SuppressWarnings("unchecked")
  private static List<Object> reasons(Map<String, Object> page) {
    return ((List<Map<String, Object>>) page.get("items"))
        .stream().map(row -> row.get("reason")).toList();
  }
}
