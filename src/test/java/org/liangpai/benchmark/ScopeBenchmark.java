package org.liangpai.benchmark;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.branch.BranchFilter;
import org.liangpai.branch.Branches;
import org.liangpai.card.CardFilter;
import org.liangpai.card.CardStatus;
import org.liangpai.card.CountingCards;
import org.liangpai.card.ListingCards;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.verification.CountingFindings;
import org.liangpai.verification.FindingFilter;
import org.liangpai.verification.FindingStatus;
import org.liangpai.verification.ListingFindings;

/**
 * What row-level security costs: each list is read with and without it, in turn, in a city of
 * 100,000 branches with a year of findings. Run it with {@code mvn test -Dtest=ScopeBenchmark}.
 */
@QuarkusTest
class ScopeBenchmark {

  private static final int ROUNDS = 5;
  private static final int REPEATED = 7;
  private static final int PAGE = 50;
  private static final List<String> TABLES =
      List.of("unit", "branch", "finding", "card", "card_line", "card_observation");

  @Inject OwnerTransactions owner;
  @Inject TestCity city;
  @Inject CurrentViewer viewer;
  @Inject ListingFindings findings;
  @Inject CountingFindings findingCounts;
  @Inject ListingCards cards;
  @Inject CountingCards cardCounts;
  @Inject Branches branches;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @BeforeEach
  void makesTheCity() {
    city.clear();
    LargeCity.STATEMENTS.forEach(this::execute);
  }

  @AfterEach
  void removesTheCity() {
    secure(true);
    city.clear();
  }

  @Test
  void compares() {
    out.printf("%-12s %-24s %10s %10s %6s%n", "viewer", "list", "without", "with", "ratio");
    for (HeldPost post : posts()) {
      Viewer who = new Viewer("示例", List.of(post), null);
      lists(post).forEach((name, list) -> compare(who, post.scope(), name, list));
    }
  }

  private static List<HeldPost> posts() {
    return List.of(
        new HeldPost(Role.CITY_OFFICER, "C", Scope.WHOLE),
        new HeldPost(
            Role.COUNTY_OFFICER, "X03", new Scope(false, List.of("X03"), List.of(), List.of("C"))),
        new HeldPost(
            Role.COMMITTEE_OFFICER,
            "X03W17",
            new Scope(false, List.of("X03W17"), List.of(), List.of("C", "X03"))),
        new HeldPost(
            Role.BRANCH_SECRETARY,
            "X03W17B042",
            new Scope(false, List.of(), List.of("X03W17B042"), List.of("C", "X03", "X03W17"))));
  }

  private Map<String, Runnable> lists(HeldPost post) {
    FindingFilter pending = findingFilter(Optional.of(FindingStatus.PENDING));
    FindingFilter all = findingFilter(Optional.empty());
    CardFilter open =
        new CardFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(CardStatus.ISSUED),
            Optional.empty(),
            false);
    Map<String, Runnable> lists = new LinkedHashMap<>();
    lists.put("findings to verify", () -> findings.ofBranches(pending, "", PAGE));
    lists.put("count to verify", () -> findings.count(pending));
    lists.put("findings", () -> findings.list(all, 0, PAGE));
    lists.put("open cards", () -> cards.list(open, "", PAGE));
    lists.put("branches", () -> branches.list(new BranchFilter(null, null, null), "", PAGE));
    lists.put("overview: findings", () -> findingCounts.waiting());
    lists.put("overview: cards", () -> cardCounts.standing());
    return lists;
  }

  private static FindingFilter findingFilter(Optional<FindingStatus> status) {
    return new FindingFilter(
        Optional.of(YearMonth.of(2026, 10)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        status);
  }

  /** The two are timed in turns, so that neither has the warmer half of the run. */
  private void compare(Viewer who, Scope scope, String name, Runnable list) {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      secure(false);
      without.add(millis(who, scope, list));
      secure(true);
      with.add(millis(who, scope, list));
    }
    double bare = median(without);
    double secured = median(with);
    out.printf(
        "%-12s %-24s %8.2fms %8.2fms %6.2f%n",
        who.postText().replaceAll(".*@", ""), name, bare, secured, secured / bare);
  }

  private double millis(Viewer who, Scope scope, Runnable list) {
    return viewer.as(
        who,
        scope,
        () -> {
          list.run();
          double[] spent = new double[REPEATED];
          for (int i = 0; i < REPEATED; i++) {
            long start = System.nanoTime();
            list.run();
            spent[i] = (System.nanoTime() - start) / 1e6;
          }
          Arrays.sort(spent);
          return spent[REPEATED / 2];
        });
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private void secure(boolean on) {
    for (String table : TABLES) {
      execute("ALTER TABLE " + table + (on ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
    }
  }

  private void execute(String sql) {
    owner.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }
}
