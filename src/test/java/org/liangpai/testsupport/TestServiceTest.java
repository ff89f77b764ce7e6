package org.liangpai.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liangpai.calendar.WorkingCalendar;

/** The resource is named here once, and serves every test with a running service. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class TestServiceTest {

  @Inject OwnerTransactions database;
  @Inject TestClock testClock;
  @Inject Clock clock;
  @Inject WorkingCalendar calendar;

  @AfterEach
  void resetClock() {
    testClock.reset();
  }

  @Test
  void hasTheSchema_onceStarted() {
    assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE NOT success"))
        .isEqualTo("0");
    assertThat(value("SELECT count(*) >= 2 FROM flyway_schema_history")).isEqualTo("t");
  }

  @Test
  void sortsByCode_asBytes() {
    assertThat(value("SELECT string_agg(c, '' ORDER BY c) FROM unnest('{a,B,_,1}'::text[]) c"))
        .isEqualTo("1B_a");
  }

  @Test
  void tellsTheTime_thatTheTestSets() {
    assertThat(LocalDate.now(clock)).isEqualTo("2026-11-09");

    testClock.set(LocalDate.of(2027, 1, 1));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-01-01T01:00:00Z"));

    testClock.set(Instant.parse("2026-12-31T16:00:00Z"));
    assertThat(LocalDate.now(clock)).isEqualTo("2027-01-01");

    testClock.reset();
    assertThat(clock.instant()).isEqualTo(TestClock.START);
  }

  @Test
  void offersThePublishedCalendar() {
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
  }

  private String value(String query) {
    return database.call(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
          }
        });
  }
}
