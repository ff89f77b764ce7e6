package org.liangpai.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.dictionary.Row;
import org.liangpai.evaluation.RuleBook;
import org.liangpai.evaluation.RuleSources;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;
import org.liangpai.verification.Decision;
import org.liangpai.warninglist.WarningList;
import org.liangpai.warninglist.WarningListReader;
import org.liangpai.warninglist.WarningListSource;

/**
 * The sweep against a real database: its sums, its repetition, its interruption, and what people
 * decided meanwhile.
 */
@QuarkusTest
class SweepTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final YearMonth JULY = YearMonth.of(2026, 7);
  private static final UnaryOperator<Row> AS_IS = UnaryOperator.identity();

  @Inject TestCity city;
  @Inject SweepingCity sweeping;
  @Inject Event<SweepEnded> ended;
  @Inject TestClock time;
  @Inject Clock clock;
  @Inject StartingSweeps starting;
  @Inject RunningSweeps running;
  @Inject ReadingSweeps reading;
  @Inject CancellingSweeps cancelling;
  @Inject SweepStatistics statistics;
  @Inject Sweeps sweeps;
  @Inject HistoryReader reader;
  @Inject FindingWriter writer;
  @Inject AgreeingLines lines;
  @Inject SweepTransactions transactions;
  @Inject Catalogue catalogue;
  @Inject WorkingCalendar calendar;

  @BeforeEach
  void setUp() {
    city.reset();
    for (String code : List.of("B1", "B2", "B3", "B4", "B5")) {
      city.branch(code, AS_IS);
      city.records(code, JULY, OCTOBER);
    }
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void countsAddUp_overEveryKindOfBranch() {
    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING");
    city.branch("B6", AS_IS);
    city.records("B6", JULY, OCTOBER.minusMonths(1));
    city.branch(
        "B7", row -> row.with("foundedOn", LocalDate.of(2026, 11, 1)).with("electedOn", null));
    city.branch("B8", row -> row.with("dissolvedOn", LocalDate.of(2026, 10, 31)));
    city.record("B3", OCTOBER, row -> row.with("groups", null));

    Sweep sweep = sweep(OCTOBER);

    assertThat(statistics.failures(sweep.id())).isEmpty();
    assertThat(sweep.status()).isEqualTo(SweepStatus.DONE);
    assertThat(sweep.counts()).isEqualTo(new Sweep.Counts(8, 6, 3, 0, 2, 1, 0, 3));
    assertThat(sweep.counts().judged()).isEqualTo(sweep.counts().toJudge());
    assertThat(findings())
        .isEqualTo(
            Map.of(
                "B2 YX-02", "YELLOW 1 PENDING",
                "B3 YX-11", "YELLOW 1 PENDING",
                "B6 YX-09", "YELLOW 1 PENDING"));
  }

  @Test
  void findsTheSame_sweptAgain() {
    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING");
    Sweep first = sweep(OCTOBER);
    Map<String, String> found = findings();

    Sweep second = sweep(OCTOBER);

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.resultHash()).isEqualTo(first.resultHash());
    assertThat(findings()).isEqualTo(found);
    assertThat(statistics.changes(first.id())).isEqualTo(Map.of("FOUND", 1));
    assertThat(statistics.changes(second.id())).isEmpty();
  }

  @Test
  void followsTheData_whileNobodyHasDecided() {
    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING");
    city.record("B3", OCTOBER, row -> row.with("membersLost", 1));
    sweep(OCTOBER);

    city.record("B2", OCTOBER, AS_IS);
    city.record("B3", OCTOBER, row -> row.with("membersLost", 2));
    city.record("B4", OCTOBER, AS_IS, "THEME_DAY");
    Sweep second = sweep(OCTOBER);

    assertThat(findings())
        .isEqualTo(
            Map.of(
                "B2 YX-02", "YELLOW 1 WITHDRAWN",
                "B3 YX-25", "ORANGE 1 PENDING",
                "B4 SH-01", "YELLOW 1 PENDING"));
    assertThat(statistics.changes(second.id()))
        .isEqualTo(Map.of("FOUND", 1, "UPDATED", 1, "WITHDRAWN", 1));

    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING");
    Sweep third = sweep(OCTOBER);

    assertThat(findings()).containsEntry("B2 YX-02", "YELLOW 1 PENDING");
    assertThat(statistics.changes(third.id())).isEqualTo(Map.of("REINSTATED", 1));
  }

  @Test
  void leavesWhatWasConfirmed_andNotesThatTheDataChanged() {
    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING");
    sweep(OCTOBER);
    sweeping.decide(OCTOBER, Decision.CONFIRMED, null, "B2 YX-02");

    city.record("B2", OCTOBER, AS_IS);
    Sweep second = sweep(OCTOBER);
    Sweep third = sweep(OCTOBER);

    assertThat(findings()).containsEntry("B2 YX-02", "YELLOW 1 CONFIRMED");
    assertThat(statistics.changes(second.id())).isEqualTo(Map.of("NO_LONGER_HIT", 1));
    assertThat(statistics.changes(third.id())).isEmpty();
  }

  @Test
  void bringsBackADismissedFinding_onlyWhenItsDataChanged() {
    city.record("B3", OCTOBER, row -> row.with("membersLost", 1));
    sweep(OCTOBER);
    sweeping.decide(OCTOBER, Decision.DISMISSED, "已报上级研究", "B3 YX-25");

    sweep(OCTOBER);
    assertThat(findings()).containsEntry("B3 YX-25", "ORANGE 1 DISMISSED");

    city.record("B3", OCTOBER, row -> row.with("membersLost", 1).with("talksDone", 24));
    sweep(OCTOBER);
    assertThat(findings()).containsEntry("B3 YX-25", "ORANGE 1 DISMISSED");

    city.record("B3", OCTOBER, row -> row.with("membersLost", 2));
    Sweep changed = sweep(OCTOBER);
    assertThat(findings()).containsEntry("B3 YX-25", "ORANGE 1 PENDING");
    assertThat(statistics.changes(changed.id())).isEqualTo(Map.of("REOPENED", 1));
  }

  @Test
  void countsMonthsInARow_andADismissalBreaksTheRun() {
    for (YearMonth month = JULY.plusMonths(1);
        !month.isAfter(OCTOBER);
        month = month.plusMonths(1)) {
      city.record("B2", month, AS_IS, "COMMITTEE_MEETING");
    }
    sweep(OCTOBER);
    assertThat(findings()).containsEntry("B2 YX-02", "RED 3 PENDING");

    sweep(OCTOBER.minusMonths(1));
    sweeping.decide(OCTOBER.minusMonths(1), Decision.DISMISSED, "防汛抢险期间", "B2 YX-02");
    sweep(OCTOBER);

    assertThat(findings()).containsEntry("B2 YX-02", "YELLOW 1 PENDING");
  }

  @Test
  void goesOnWhereItStood_afterTheProcessEnded() {
    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING");
    city.record("B5", OCTOBER, AS_IS, "THEME_DAY");
    Sweep whole = sweep(OCTOBER);
    Map<String, String> found = findings();
    UUID id = begin();

    int[] ranges = {0};
    runOf(catalogue, 2).execute(id, () -> ranges[0]++ == 1);
    Sweep interrupted = reading.get(id);
    assertThat(interrupted.status()).isEqualTo(SweepStatus.RUNNING);
    assertThat(interrupted.counts().judged()).isEqualTo(2);

    running.resume();
    Sweep resumed = sweeping.ended(id);

    assertThat(resumed.status()).isEqualTo(SweepStatus.DONE);
    assertThat(resumed.counts()).isEqualTo(whole.counts());
    assertThat(resumed.resultHash()).isEqualTo(whole.resultHash());
    assertThat(findings()).isEqualTo(found);
  }

  @Test
  void isOneRun_startedTwiceAtOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      Callable<Sweep> start = () -> starting.start(OCTOBER, Occasion.REQUESTED, "示例操作员");
      List<Future<Sweep>> started = executor.invokeAll(Collections.nCopies(8, start));
      for (Future<Sweep> one : started) {
        sweeping.ended(one.get().id());
      }
    } finally {
      executor.shutdown();
    }

    assertThat(findings()).isEmpty();
    List<Sweep> all = reading.list(Optional.of(OCTOBER), Optional.empty(), 100).items();
    assertThat(all).isNotEmpty().allMatch(one -> one.status() == SweepStatus.DONE);
    assertThat(overlapping(all)).isFalse();
  }

  @Test
  void stops_whenItIsCancelled() {
    UUID id = begin();
    int[] ranges = {0};
    runOf(catalogue, 2).execute(id, () -> ranges[0]++ == 1);

    cancelling.cancel(id);
    running.resume();
    Sweep cancelled = sweeping.ended(id);

    assertThat(cancelled.status()).isEqualTo(SweepStatus.CANCELLED);
    assertThat(cancelled.counts().judged()).isEqualTo(2);
    assertThat(sweep(OCTOBER).status()).isEqualTo(SweepStatus.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, 示例操作员, COUNTY_OFFICER@X1, 409",
    "SCHEDULED, 系统, COUNTY_OFFICER@X1, 409",
    "SCHEDULED, COUNTY_OFFICER@X1, COUNTY_OFFICER@X1, 409",
    "REQUESTED, COUNTY_OFFICER@X1, COUNTY_OFFICER@X1, 202",
    "REQUESTED, COUNTY_OFFICER@X1, CITY_OFFICER@C1, 202",
    "SCHEDULED, 系统, CITY_OFFICER@C1, 202"
  })
  void stops_onlyForWhoStartedItOrSeesTheCity(
      Occasion occasion, String startedBy, String who, int status) {
    UUID id = begin(occasion, startedBy);

    given()
        .header("Authorization", Tester.with(who))
        .delete("/api/sweeps/" + id)
        .then()
        .statusCode(status)
        .body("type", equalTo(status == 202 ? null : "urn:problem:sweep-started-by-others"));

    assertThat(reading.get(id).cancelRequestedBy()).isEqualTo(status == 202 ? who : null);
    cancelling.cancel(id);
    running.resume();
    sweeping.ended(id);
  }

  @Test
  void endsPartial_whenARuleThrowsForABranch() {
    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING", "THEME_DAY");
    sweep(OCTOBER);
    UUID id = begin();

    runOf(withFaultyRule(), 500).execute(id, () -> false);
    Sweep partial = reading.get(id);

    assertThat(partial.status()).isEqualTo(SweepStatus.PARTIAL);
    assertThat(partial.counts().failed()).isEqualTo(1);
    assertThat(partial.counts().healthy()).isEqualTo(4);
    assertThat(statistics.failures(id))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.branchCode()).isEqualTo("B2");
              assertThat(failure.item()).isEqualTo("YX-02");
              assertThat(failure.message()).contains("planted");
            });
    // What the broken rule had found before stays; the other items of the branch were judged.
    assertThat(findings())
        .isEqualTo(Map.of("B2 YX-02", "YELLOW 1 PENDING", "B2 SH-01", "YELLOW 1 PENDING"));
  }

  @Test
  void flagsNobody_forWhatIsOnTrial() {
    sweep(OCTOBER);
    city.record("B2", OCTOBER, AS_IS, "COMMITTEE_MEETING");
    city.record("B3", OCTOBER, AS_IS, "COMMITTEE_MEETING", "THEME_DAY");
    UUID id = begin();

    runOf(withOnTrial(), 500).execute(id, () -> false);

    assertThat(reading.get(id).counts()).isEqualTo(new Sweep.Counts(5, 5, 4, 0, 1, 0, 0, 1));
    assertThat(statistics.onTrial(OCTOBER)).isEqualTo(2);
    assertThat(statistics.byStatus(OCTOBER)).isEqualTo(Map.of("PENDING", 1));
    given()
        .get("/api/findings?month=2026-10")
        .then()
        .body("items.findAll { !it.carded }.verifyDueOn", contains(nullValue(), nullValue()))
        .body("items.find { it.carded }.verifyDueOn", notNullValue());
    given().get("/api/findings?month=2026-10&mine=true").then().body("items", hasSize(1));
    given().get("/api/sweeps/" + id).then().body("onTrial", equalTo(2));
  }

  @Test
  void showsTheLatestMonth_whateverWasSweptLast() {
    sweep(OCTOBER);
    sweep(OCTOBER.minusMonths(1));
    assertThat(reading.latest()).map(Sweep::month).contains(OCTOBER);
  }

  @Test
  void refusesAMonth_thatIsNotOver() {
    time.set(LocalDate.of(2026, 10, 31));
    assertThatThrownBy(() -> starting.start(OCTOBER, Occasion.REQUESTED, "示例操作员"))
        .isInstanceOf(SweepRefused.class)
        .hasMessageContaining("2026-10 尚未结束");

    time.set(LocalDate.of(2026, 11, 1));
    assertThat(sweep(OCTOBER).status()).isEqualTo(SweepStatus.DONE);
  }

  @Test
  void judgesAPastMonth_byTheRosterOfThatDay() {
    city.branch(
        "B2",
        LocalDate.of(2026, 11, 1),
        row -> row.with("secretaryVacantSince", LocalDate.of(2026, 6, 1)));
    sweep(OCTOBER);
    assertThat(findings()).isEmpty();

    city.branch(
        "B2",
        LocalDate.of(2026, 10, 31),
        row -> row.with("secretaryVacantSince", LocalDate.of(2026, 6, 1)).with("venue", "SHARED"));
    sweep(OCTOBER);
    assertThat(findings()).isEqualTo(Map.of("B2 ZW-04", "RED 1 PENDING"));
  }

  private Sweep sweep(YearMonth month) {
    return sweeping.sweep(month);
  }

  private Map<String, String> findings() {
    return sweeping.findings(OCTOBER);
  }

  private UUID begin() {
    return begin(Occasion.REQUESTED, "示例操作员");
  }

  private UUID begin(Occasion occasion, String by) {
    UUID id = UUID.randomUUID();
    boolean isNew =
        sweeps.begin(
            id,
            OCTOBER,
            occasion,
            by,
            clock.instant(),
            catalogue.list().fingerprint(),
            catalogue.rules().fingerprint());
    assertThat(isNew).isTrue();
    return id;
  }

  private SweepRun runOf(Catalogue used, int chunk) {
    return new SweepRun(
        sweeps,
        reader,
        writer,
        lines,
        transactions,
        used,
        calendar,
        new FixedChunk(chunk),
        ended,
        clock);
  }

  /** As if that the committee meets each month were tried out. */
  private static Catalogue withOnTrial() {
    Map<String, byte[]> files = new TreeMap<>(WarningListSource.packaged());
    String text = new String(files.get("operations.yaml"), StandardCharsets.UTF_8);
    files.put(
        "operations.yaml",
        text.replace("- code: YX-02\n", "- code: YX-02\n    status: TRIAL\n")
            .getBytes(StandardCharsets.UTF_8));
    WarningList list = new WarningListReader().read(files);
    return new Catalogue(list, RuleBook.compile(RuleSources.packaged(), list));
  }

  private Catalogue withFaultyRule() {
    SortedMap<String, String> files = new TreeMap<>(RuleSources.packaged().files());
    String text = files.get("operations.drl");
    int rule = text.indexOf("rule \"YX-02");
    String planted =
        text.substring(rule)
            .replaceFirst(
                "asks\\(\\$item\\)",
                "asks(\\$item), branchCode() != \"B2\" || Integer.parseInt(\"planted\") > 0");
    files.put("operations.drl", text.substring(0, rule) + planted);
    return new Catalogue(
        catalogue.list(), RuleBook.compile(new RuleSources(files), catalogue.list()));
  }

  private static boolean overlapping(List<Sweep> sweeps) {
    return sweeps.stream().filter(one -> one.status() == SweepStatus.RUNNING).count() > 1;
  }

  private record FixedChunk(int chunk) implements SweepConfig {

    @Override
    public String cron() {
      return "off";
    }

    @Override
    public Duration resumeEvery() {
      return Duration.ofHours(1);
    }
  }
}
