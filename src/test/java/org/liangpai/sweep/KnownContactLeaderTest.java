package org.liangpai.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TwoCounties;

/**
 * B1 has an orange card since September and nobody filed who its contact leader is: what the
 * service knows of assignments and visits need not be reported again.
 */
@QuarkusTest
class KnownContactLeaderTest {

  @Inject TwoCounties counties;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
    city.execute("UPDATE card SET level = 'ORANGE', issued_on = '2026-09-10'");
    city.execute("UPDATE card_event SET level = 'ORANGE', acted_on = '2026-09-10'");
    city.execute("UPDATE branch_version SET liaison_leader = NULL");
    city.execute("UPDATE monthly_record SET liaison_visits = 0");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31, NULL, NULL, CLEAR",
    "2026-11-01, NULL, NULL, HIT",
    "2026-09-01, 2026-10-31, NULL, CLEAR",
    "2026-09-01, 2026-10-30, NULL, HIT",
    "2026-09-01, NULL, 2026-10-31 09:00+08, HIT",
    "2026-09-01, NULL, 2026-11-01 09:00+08, CLEAR"
  })
  void assignment_countsAsTheContactLeaderOfTheRoster(
      String from, String to, String ended, String verdict) {
    assign("CONTACT_LEADER", from, to, ended);

    assertThat(verdict("2026-10", "BZ-11")).isEqualTo(verdict);
  }

  @Test
  void supervisor_isNoContactLeader() {
    assign("SUPERVISOR", "2026-09-01", "NULL", "NULL");

    assertThat(verdict("2026-10", "BZ-11")).isEqualTo("HIT");
  }

  @Test
  void contactLeaderWhoDidNotCome_isFound_andOneWhoDidIsNot() {
    assign("CONTACT_LEADER", "2026-01-01", "NULL", "NULL");
    file("2026-07", "2026-08", "2026-09");
    assertThat(verdict("2026-09", "BZ-09")).isEqualTo("HIT");

    visited("SUPERVISOR", "2026-08-11");
    visited("CONTACT_LEADER", "2026-06-30");
    assertThat(verdict("2026-09", "BZ-09")).isEqualTo("HIT");

    visited("CONTACT_LEADER", "2026-07-01");
    assertThat(verdict("2026-09", "BZ-09")).isEqualTo("CLEAR");

    city.execute(
        "UPDATE visit SET withdrawn_at = now(), withdrawn_by = '示例', withdrawal_reason = '示例'");
    assertThat(verdict("2026-09", "BZ-09")).isEqualTo("HIT");
  }

  private void file(String... months) {
    for (String month : months) {
      city.execute(
          """
          INSERT INTO monthly_record SELECT (jsonb_populate_record(r, jsonb_build_object('month', '%s-01'))).*
          FROM monthly_record r WHERE r.branch_code = 'B1' AND r.month = '2026-10-01' ON CONFLICT DO NOTHING
          """
              .formatted(month));
    }
  }

  private void assign(String kind, String from, String to, String ended) {
    city.execute(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, to_on, assigned_at, assigned_by,
            reason, ended_at, ended_by, end_reason)
        SELECT '%s', '示例', 'B1', '%s', CAST(%s AS date), now(), '示例', '示例', ended,
            CASE WHEN ended IS NOT NULL THEN '示例' END, CASE WHEN ended IS NOT NULL THEN '示例' END
        FROM (SELECT CAST(%s AS timestamptz) AS ended) AS given
        """
            .formatted(kind, from, quoted(to), quoted(ended)));
  }

  private void visited(String kind, String day) {
    city.execute(
        """
        INSERT INTO visit (branch_code, kind, account, visited_on, met, seen, written_at)
        VALUES ('B1', '%s', '示例', '%s', ARRAY['支部书记'], '示例', now())
        """
            .formatted(kind, day));
  }

  private static String quoted(String value) {
    return value.equals("NULL") ? value : "'" + value + "'";
  }

  private static String verdict(String month, String item) {
    return given()
        .get("/api/branches/B1/verdicts?month=" + month)
        .then()
        .statusCode(200)
        .extract()
        .path("find { it.item == '" + item + "' }.verdict");
  }
}
