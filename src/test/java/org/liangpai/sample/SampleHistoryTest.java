package org.liangpai.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.account.DemonstrationAccounts;
import org.liangpai.intake.Importing;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** The months before the last, as the people of a smaller sample city live through them. */
@QuarkusTest
class SampleHistoryTest {

  private static final long SEED = 20_260_101;
  private static final int BRANCHES = 150;
  private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ClockProducer.ZONE);

  private static final String TOLD_A_WEEK_AGO =
      """
      SELECT CASE WHEN r.notice_id IS NULL THEN 'UNREAD' ELSE 'READ' END, count(*)
      FROM account a JOIN post p ON p.account_id = a.id
      JOIN notice_addressee t ON t.code IN (p.branch_code, p.unit_code)
      JOIN notice n ON n.id = t.notice_id AND n.at < '2026-11-02'
      LEFT JOIN notice_reading r ON r.notice_id = n.id AND r.account = a.name
      WHERE a.demonstration GROUP BY 1
      """;

  @Inject TestCity database;
  @Inject TestClock time;
  @Inject Importing importing;
  @Inject DemonstrationAccounts accounts;
  @Inject SampleHistory history;
  @Inject OwnerTransactions transactions;

  @BeforeEach
  void setUp() {
    time.reset();
    database.clear();
    SampleCity city = SampleCity.asOf(TODAY, SEED, BRANCHES);
    importing.importRows(city.sources(), city.rosterSince());
    accounts.create(
        new DemonstrationAccounts.Places(
            SampleUnits.CITY, SampleUnits.COUNTY, SampleUnits.COMMITTEE, branch()));
    history.begin(TODAY);
  }

  @Test
  void make_clearsMostCards_andLeavesSomeOverdueAndEscalated() throws Exception {
    assertThat(history.make()).isTrue();

    Map<String, Integer> cards = counts("SELECT status, count(*) FROM card GROUP BY 1");
    int all = cards.values().stream().mapToInt(Integer::intValue).sum();
    assertThat((double) cards.get("CLEARED") / all).isBetween(0.55, 0.9);
    assertThat(counts("SELECT act, count(*) FROM card_event GROUP BY 1"))
        .containsKeys(
            "MEASURES_RETURNED",
            "LINE_REJECTED",
            "LINE_ACCEPTED",
            "DATA_AGREES",
            "EXTENDED",
            "HELP_ASKED",
            "ESCALATED",
            "LEVEL_RAISED");
    assertThat(counts("SELECT rung, count(*) FROM escalation_step GROUP BY 1"))
        .containsKeys("REMIND_BRANCH", "URGE_BRANCH", "CRITICISE", "PROPOSE_INTERVIEW");
    assertThat(counts("SELECT status, count(*) FROM accountability_case GROUP BY 1")).isNotEmpty();
    assertThat(
            counts("SELECT coalesce(answer, 'NONE'), count(*) FROM cross_check_sample GROUP BY 1"))
        .containsKeys("AGREES", "DIFFERS", "NONE");
    assertThat(counts("SELECT kind, count(*) FROM pairing_exchange GROUP BY 1")).isNotEmpty();
    assertThat(
            counts(
                "SELECT CAST(done_on IS NOT NULL AS text), count(*) FROM pairing_step GROUP BY 1"))
        .containsKeys("true", "false");
    assertThat(counts(TOLD_A_WEEK_AGO)).as("told to the demonstration").containsOnlyKeys("READ");
    assertThat(problemsOfABranch()).as("as many as in Huainan, 2.84").isBetween(2.2, 3.5);

    assertThat(history.make()).as("there is nothing left to make").isFalse();
  }

  private String branch() {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT min(b.branch_code) FROM branch b JOIN unit u ON u.unit_code = b.unit_code
                    WHERE u.committee_code = :committee
                    """)
                .with("committee", SampleUnits.COMMITTEE)
                .list(connection, row -> row.getString(1))
                .get(0));
  }

  private double problemsOfABranch() {
    Map<String, Integer> lines =
        counts("SELECT branch_code, count(*) FROM card_line GROUP BY branch_code");
    return lines.values().stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  private Map<String, Integer> counts(String sql) {
    return transactions.call(
        connection -> {
          Map<String, Integer> counts = new TreeMap<>();
          NamedStatement.of(sql)
              .each(connection, row -> counts.put(row.getString(1), row.getInt(2)));
          return counts;
        });
  }
}
