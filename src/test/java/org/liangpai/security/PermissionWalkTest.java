package org.liangpai.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/**
 * Asks every route as every role, in scope, out of scope and signed out, and compares the answers
 * with {@code docs/permissions.md}.
 */
@QuarkusTest
class PermissionWalkTest {

  private static final Set<Integer> SHUT = Set.of(401, 403, 404);
  private static final Set<Integer> REDIRECTS = Set.of(302, 303, 307);

  private static final Route SIGN_IN = new Route("POST", "/sign-in");
  private static final Route OVERVIEW = new Route("GET", "/");

  /** Who has one of these decides, each on one branch or on what concerns it. */
  private static final Set<String> DECIDING =
      Set.of(
          Permissions.RETURN_RECORDS,
          Permissions.VERIFY_FINDINGS,
          Permissions.ADJUST_CARDS,
          Permissions.ACCEPT_RECTIFICATION,
          Permissions.OVERSEE_CARDS,
          Permissions.ASSIGN_SUPERVISION,
          Permissions.PASS_ON_CARDS,
          Permissions.DECIDE_ACCOUNTABILITY,
          Permissions.MANAGE_PAIRINGS,
          Permissions.CHOOSE_DEMONSTRATIONS,
          Permissions.ANSWER_CROSS_CHECKS,
          Permissions.ANSWER_HELP_REQUESTS);

  /** What is computed for all branches alike, only suggested, or nothing to the walk. */
  private static final Set<Route> DECIDING_NOTHING =
      Set.of(
          new Route("POST", "/api/classes"),
          new Route("POST", "/classes"),
          new Route("POST", "/api/pairings/suggestions"),
          new Route("POST", "/api/supervision/hand-overs"),
          new Route("POST", "/supervision/hand-overs"),
          new Route("POST", "/api/supervision/suggestions"),
          new Route("POST", "/supervision/suggestions"));

  /** Posts at the branch and committee that the objects of the walk are about. */
  private static final String OWN = " BRANCH_SECRETARY@B1 COMMITTEE_OFFICER@W1";

  @Inject WalkedObjects objects;
  @Inject OwnerTransactions owner;
  @Inject TestClock time;

  private PermissionTable table;
  private String formToken;

  @BeforeEach
  void setUp() throws IOException {
    time.reset();
    table = PermissionTable.read();
  }

  @Test
  void table_hasEveryRouteOnceAndNoOther() {
    Set<Route> routes = Route.declared();
    Map<String, Map<String, ?>> described =
        given().noFilters().get("/q/openapi?format=json").jsonPath().getMap("paths");
    described.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .map(method -> method.toUpperCase(Locale.ROOT))
                .filter(method -> method.matches("GET|POST|PUT|DELETE|PATCH"))
                .forEach(method -> routes.add(new Route(method, path))));

    assertThat(table.routes()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void table_hasEveryRowOnceWithItsRoles() {
    assertThat(table.rows()).extracting(PermissionTable.Row::permission).doesNotHaveDuplicates();
    for (PermissionTable.Row row : table.rows()) {
      assertThat(row.routes()).as(row.permission()).isNotEmpty();
      assertThat(row.roles())
          .as(row.permission())
          .containsExactlyInAnyOrderElementsOf(Role.with(row.permission()));
      assertThat(PermissionNames.of(row.permission())).contains(row.name());
    }
  }

  @Test
  void names_areThoseOfAllPermissions() {
    assertThat(PermissionNames.all())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Permissions.class.getFields())
                .map(field -> (String) readOf(field))
                .toList());
  }

  @TestFactory
  Stream<DynamicTest> walk() {
    objects.reset();
    formToken = PageForms.token();
    List<DynamicTest> tests = new ArrayList<>();
    String before = outOfScope();
    table.rows().stream()
        .filter(row -> DECIDING.contains(row.permission()))
        .forEach(row -> tests.addAll(onOwnPlace(row)));
    for (PermissionTable.Row row : table.rows()) {
      row.routes().forEach(route -> tests.addAll(ofRoute(route, row.roles())));
    }
    List<Role> all = Arrays.asList(Role.values());
    table.signedIn().forEach(route -> tests.addAll(ofRoute(route, new TreeSet<>(all))));
    table.open().forEach(route -> tests.add(open(route)));
    tests.add(
        dynamicTest(
            "what lies out of scope is as it was",
            () -> assertThat(outOfScope()).isEqualTo(before)));
    return tests.stream();
  }

  /** Whoever also holds a post at the branch or unit decides nothing about it. */
  private List<DynamicTest> onOwnPlace(PermissionTable.Row row) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Route route : row.routes()) {
      if (route.method().equals("GET") || DECIDING_NOTHING.contains(route)) {
        continue;
      }
      for (Role role : row.roles()) {
        String posts = role + "@" + WalkedObjects.PLACES.get(role) + OWN;
        tests.add(
            dynamicTest(
                route + " by " + posts + ", on their own",
                () ->
                    assertThat(answer(route, Tester.with(posts), true).asString())
                        .as("%s by %s", route, posts)
                        .contains("按回避要求")));
      }
    }
    return tests;
  }

  private static Object readOf(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }

  private List<DynamicTest> ofRoute(Route route, Set<Role> allowed) {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest(route + ", signed out", () -> isSignedOut(route)));
    for (Role role : Role.values()) {
      String place = WalkedObjects.PLACES.get(role);
      String who = WalkedPeople.authorization(role);
      if (!allowed.contains(role)) {
        // Whoever has no overview is led on to the page of their role.
        int refused = route.equals(OVERVIEW) ? 303 : 403;
        tests.add(
            dynamicTest(
                route + " by " + role + ", without the permission",
                () -> isAnswered(route, who, true, refused)));
        continue;
      }
      tests.add(dynamicTest(route + " by " + role + ", in scope", () -> isLetIn(route, who)));
      if (place != null && role != Role.CITY_OFFICER && objects.hasOutOfScope(route)) {
        tests.add(
            dynamicTest(
                route + " by " + role + ", out of scope",
                () -> isAnswered(route, who, false, 404)));
      }
    }
    return tests;
  }

  private DynamicTest open(Route route) {
    return dynamicTest(
        route + ", public",
        () -> {
          if (route.equals(SIGN_IN)) {
            // Nothing but the answer to a name that nobody has.
            isAnswered(route, null, true, 401);
          } else {
            isLetIn(route, null);
          }
        });
  }

  private void isLetIn(Route route, String who) {
    assertThat(answer(route, who, true).statusCode())
        .as("%s by %s", route, who)
        .isNotIn(SHUT)
        .isLessThan(500);
  }

  private void isAnswered(Route route, String who, boolean inScope, int status) {
    assertThat(answer(route, who, inScope).statusCode())
        .as("%s by %s %s", route, who, inScope ? "in scope" : "out of scope")
        .isEqualTo(status);
  }

  /** A page leads to the sign-in. */
  private void isSignedOut(Route route) {
    Response answer = answer(route, null, true);
    if (route.isPage() && REDIRECTS.contains(answer.statusCode())) {
      assertThat(answer.header("Location")).contains("/sign-in");
    } else {
      assertThat(answer.statusCode()).as("%s signed out", route).isEqualTo(401);
    }
  }

  private Response answer(Route route, String who, boolean inScope) {
    RequestSpecification request = given().noFilters().redirects().follow(false);
    if (who != null) {
      request.header("Authorization", who);
    }
    if (route.isPage()) {
      request.accept("text/html").cookie("csrf-token", formToken).header("X-CSRF-TOKEN", formToken);
    }
    WalkedObjects.Body body = objects.body(route, who, inScope);
    if (body != null && body.type().startsWith("multipart")) {
      request.multiPart("records", "records.csv", body.text().getBytes(StandardCharsets.UTF_8));
    } else if (body != null) {
      request.contentType(body.type()).body(body.text());
    }
    return request
        .urlEncodingEnabled(false)
        .request(route.method(), objects.address(route, who, inScope));
  }

  /** Everything of the county that the walk may not see. */
  private String outOfScope() {
    return owner.call(
        connection ->
            String.join(
                "\n",
                NamedStatement.of(
                        """
                        SELECT b::text FROM branch b WHERE branch_code = 'B9'
                        UNION ALL SELECT r::text FROM monthly_record r WHERE branch_code = 'B9'
                        UNION ALL SELECT f::text FROM finding f WHERE branch_code = 'B9'
                        UNION ALL SELECT c::text FROM card c WHERE branch_code = 'B9' ORDER BY 1
                        """)
                    .list(connection, row -> row.getString(1))));
  }
}
