package org.liangpai.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;

@QuarkusTest
class RequestTrailTest {

  @Inject TestCity city;
  @Inject OwnerTransactions owner;

  private final String mark = UUID.randomUUID().toString();
  private long before;

  @BeforeEach
  void setUp() {
    city.reset();
    city.branch("B1", row -> row);
    city.records("B1", YearMonth.of(2026, 9), YearMonth.of(2026, 9));
    before =
        owner.call(
            connection ->
                NamedStatement.of("SELECT coalesce(max(id), 0) FROM audit_entry")
                    .list(connection, row -> row.getLong(1))
                    .get(0));
  }

  @Test
  void refusedAccess_isWrittenDown() {
    given().get("/api/audit/entries?object=" + mark).then().statusCode(403);

    assertThat(rows("ACCESS_REFUSED"))
        .containsExactly("示例操作员 127.0.0.1 ROUTE GET /api/audit/entries?object=" + mark);
  }

  @Test
  void wrongCredentials_areWrittenDown_butNotThatThereAreNone() {
    given().noFilters().get("/api/branches?q=" + mark).then().statusCode(401);
    assertThat(rows("ACCESS_REFUSED")).isEmpty();

    given()
        .noFilters()
        .header("Authorization", "Other")
        .get("/api/branches?q=" + mark)
        .then()
        .statusCode(401);
    assertThat(rows("ACCESS_REFUSED"))
        .containsExactly(" 127.0.0.1 ROUTE GET /api/branches?q=" + mark);
  }

  @Test
  void whatIsNotShown_isWrittenDown() {
    given().get("/api/branches/" + mark).then().statusCode(404);
    given().get("/api/nothing/" + mark).then().statusCode(404);

    assertThat(rows("NOT_SHOWN"))
        .containsExactly("示例操作员 127.0.0.1 ROUTE GET /api/branches/" + mark);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/branches, BRANCH 列表",
    "/api/branches/B1, BRANCH B1",
    "/branches, BRANCH 列表",
    "/branches/B1?month=2026-09, BRANCH B1",
    "/api/records/B1/2026-09, RECORD B1 2026-09",
    "/api/records/B1/2026-10/draft, RECORD B1 2026-10",
  })
  void readOfNames_isWrittenDown_once(String address, String object) {
    given().get(address).then().statusCode(200);

    assertThat(rows("NAMES_READ")).containsExactly("示例操作员 127.0.0.1 " + object);
  }

  @Test
  void readWithoutNames_leavesNoRow() {
    given().get("/api/units").then().statusCode(200);
    given().get("/api/findings").then().statusCode(200);

    assertThat(rows("NAMES_READ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/findings?unit=W1, FINDING 列表",
    "/findings, FINDING 列表",
    "/api/cards, CARD 列表",
    "/cards, CARD 列表",
    "/api/accountability, ACCOUNTABILITY 列表",
    "/accountability, ACCOUNTABILITY 列表",
    "/api/standing?branch=B1&from=2026-01-01&to=2026-01-31, ACCOUNTABILITY 列表",
  })
  void readOfJudgements_isWrittenDown_onceARequest(String address, String object) {
    given().get(address).then().statusCode(200);

    assertThat(rows("JUDGEMENTS_READ")).containsExactly("示例操作员 127.0.0.1 " + object);
  }

  private List<String> rows(String act) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT concat_ws(' ', account, address, object_kind, object) FROM audit_entry
                    WHERE act = :act AND id > :before ORDER BY id
                    """)
                .with("act", act)
                .with("before", before)
                .list(connection, row -> row.getString(1)));
  }
}
