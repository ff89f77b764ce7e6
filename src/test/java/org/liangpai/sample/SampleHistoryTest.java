package org.liangpai.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
  private static final int BRANCHES = 200;
  private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ClockProducer.ZONE);

  @Inject TestCity database;
  @Inject TestClock time;
  @Inject Importing importing;
  @Inject SampleHistory history;
  @Inject OwnerTransactions transactions;

  @BeforeEach
  void setUp() {
    time.reset();
    database.clear();
    SampleCity city = SampleCity.asOf(TODAY, SEED, BRANCHES);
    importing.importRows(city.sources(), city.rosterSince());
    history.begin(TODAY);
  }

  @Test
  void make_givesEveryListSomething() throws Exception {
    assertThat(history.make()).isTrue();
    System.err.println(counts("SELECT status, count(*) FROM finding GROUP BY 1"));
    System.err.println(counts("SELECT status, count(*) FROM card GROUP BY 1"));
    System.err.println(counts("SELECT level || ' ' || status, count(*) FROM card GROUP BY 1"));
    System.err.println(counts("SELECT stage, count(*) FROM card_line GROUP BY 1"));
    System.err.println(counts("SELECT act, count(*) FROM card_event GROUP BY 1"));
    System.err.println(
        counts("SELECT 'relapse', count(*) FROM card_line WHERE relapse GROUP BY 1"));
    assertThat(history.make()).isFalse();
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
