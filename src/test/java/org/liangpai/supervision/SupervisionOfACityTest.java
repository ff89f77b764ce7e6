package org.liangpai.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TestPosts;
import org.liangpai.testsupport.TwoCounties;

/** A city of 1,637 branches, 500 of them with a card, and 150 supervisors at ten counties. */
@QuarkusTest
class SupervisionOfACityTest {

  private static final List<String> CITY =
      List.of(
          """
          INSERT INTO unit SELECT (jsonb_populate_record(u, jsonb_build_object('unit_code', 'Y' || i,
            'path', jsonb_build_array('C1', 'Y' || i)))).*
          FROM unit u, generate_series(0, 9) i WHERE u.unit_code = 'X1'
          """,
          """
          INSERT INTO unit SELECT (jsonb_populate_record(u, jsonb_build_object('unit_code', 'V' || i,
            'committee_code', 'V' || i, 'parent_code', 'Y' || i % 10,
            'path', jsonb_build_array('C1', 'Y' || i % 10, 'V' || i)))).*
          FROM unit u, generate_series(0, 129) i WHERE u.unit_code = 'W1'
          """,
          """
          INSERT INTO branch SELECT (jsonb_populate_record(b, jsonb_build_object('branch_code', 'Z' || i,
            'unit_code', 'V' || i % 130))).*
          FROM branch b, generate_series(1, 1634) i WHERE b.branch_code = 'B1'
          """,
          """
          INSERT INTO card SELECT (jsonb_populate_record(c, jsonb_build_object('number', 'Z' || i, 'branch_code', 'Z' || i,
            'level', (ARRAY['YELLOW', 'ORANGE', 'RED'])[1 + i % 3]))).*
          FROM card c, generate_series(1, 500) i WHERE c.branch_code = 'B1'
          """,
          """
          INSERT INTO card_line (card_number, branch_code, item, item_level, start_level, relapse, due_on,
            due_provisional, added_on)
          SELECT 'Z' || i, 'Z' || i, item, item_level, start_level, relapse, due_on, due_provisional, added_on
          FROM card_line, generate_series(1, 500) i WHERE branch_code = 'B1'
          """,
          """
          WITH person AS (
            INSERT INTO account (name, name_key, display_name, status, password_hash, password_changed_at, created_at,
              created_by)
            SELECT 'p' || i, 'p' || i, '示例', 'ACTIVE', 'none', '2026-01-01', '2026-01-01', '示例'
            FROM generate_series(0, 149) i RETURNING id, name)
          INSERT INTO post (account_id, role, unit_code, from_on, assigned_at, assigned_by)
          SELECT id, 'SUPERVISOR', 'Y' || right(name, 1), '2026-01-01', '2026-01-01', '示例' FROM person
          """);

  @Inject TwoCounties counties;
  @Inject OwnerTransactions owner;
  @Inject TestPosts posts;
  @Inject CurrentViewer current;
  @Inject TestClock time;
  @Inject ListingSupervision listing;
  @Inject SuggestingAssignments suggesting;
  @Inject AssigningSupervision assigning;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
    CITY.forEach(sql -> owner.call(connection -> NamedStatement.of(sql).execute(connection)));
  }

  @Test
  void city_isSharedOutEvenlyAssignedAndListed() {
    Suggestion suggestion = suggesting.suggest(AssignmentKind.SUPERVISOR, Optional.empty());
    assertThat(suggestion.people()).hasSize(150);
    assertThat(suggestion.pairs()).hasSize(500);
    for (int county = 0; county < 10; county++) {
      String last = String.valueOf(county);
      List<Integer> loads =
          suggestion.people().stream()
              .filter(one -> one.account().endsWith(last))
              .map(Suggestion.Person::loadAfter)
              .sorted()
              .toList();
      assertThat(loads.get(loads.size() - 1) - loads.get(0)).as(loads::toString).isLessThan(4);
    }

    List<Taking> takings =
        suggestion.pairs().stream()
            .collect(
                Collectors.groupingBy(
                    Suggestion.Pair::account,
                    Collectors.mapping(Suggestion.Pair::branchCode, Collectors.toList())))
            .entrySet()
            .stream()
            .map(one -> taking(one.getKey(), one.getValue()))
            .toList();
    assertThat(assigning.assign(takings)).hasSize(500);

    Viewer officer = posts.viewer("COUNTY_OFFICER@Y1");
    Page<SupervisedBranch> ofCounty =
        current.as(
            officer,
            officer.scope(Permissions.READ_SUPERVISION),
            () -> listing.list(wanted(Optional.empty()), "", 50));
    assertThat(ofCounty.items()).hasSize(50);
    assertThat(ofCounty.items().get(0).level()).isEqualTo("RED");
    assertThat(listing.list(wanted(Optional.of("p1")), "", 50).items())
        .isNotEmpty()
        .allMatch(one -> one.supervisor().account().equals("p1"));
    assertThat(listing.count(wanted(Optional.empty())).withoutSupervisor()).isEqualTo(3);
  }

  private static Taking taking(String account, List<String> branches) {
    LocalDate today = LocalDate.of(2026, 11, 9);
    return new Taking(AssignmentKind.SUPERVISOR, account, branches, today, null, "示例");
  }

  private static SupervisionFilter wanted(Optional<String> account) {
    return new SupervisionFilter(
        Optional.empty(), Optional.empty(), account, Optional.empty(), Optional.empty());
  }
}
