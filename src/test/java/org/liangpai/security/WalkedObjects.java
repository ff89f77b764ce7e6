package org.liangpai.security;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.All;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liangpai.testsupport.Tester;
import org.liangpai.testsupport.TwoCounties;

/**
 * What the walk over all routes asks for: of each kind an object in the scope of every post of the
 * walk, and one out of it. Features bring their own as {@link WalkedFeature}.
 */
@Singleton
class WalkedObjects {

  /** A body and its type; {@code {finding}} and the like stand for objects. */
  record Body(String type, String text) {}

  /**
   * @param inScope by the authorization of the request
   * @param outOfScope or {@code null} if there is no such thing
   */
  private record Kind(Function<String, String> inScope, String outOfScope) {

    static Kind of(Object inScope, Object outOfScope) {
      return new Kind(
          authorization -> String.valueOf(inScope),
          outOfScope == null ? null : String.valueOf(outOfScope));
    }
  }

  /** Where the posts of the walk are; the others are at no place. */
  static final Map<Role, String> PLACES =
      Map.of(
          Role.BRANCH_SECRETARY, "B1",
          Role.COMMITTEE_OFFICER, "W1",
          Role.COUNTY_OFFICER, "X1",
          Role.CITY_OFFICER, "C1",
          Role.SUPERVISOR, "X1",
          Role.LEADER, "X1");

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  private static final String FILE = "multipart/form-data";
  private static final String NONE = "0";
  private static final String NO_ROWS = "branchCode,month,submittedOn\n";

  /** What is sent: valid, or at least harmless. A month that is not over cannot be swept. */
  private static final Map<String, Body> BODIES =
      Map.ofEntries(
          json(
              "PUT /api/branches/{branchCode}",
              """
              {"branchName":"示例支部","unitCode":"W1","domain":"RURAL","kind":"NORMAL",
               "foundedOn":"2010-01-01"}
              """),
          json(
              "PUT /api/records/{branchCode}/{month}",
              "{\"submittedOn\":\"2026-11-03\",\"membersLost\":1}"),
          json("POST /api/records/{branchCode}/{month}/return", "{\"reason\":\"数据不符\"}"),
          json("POST /api/sweeps", "{\"month\":\"2026-11\"}"),
          json(
              "POST /api/findings/{id}/verification",
              "{\"decision\":\"DISMISSED\",\"reason\":\"已有正当理由\"}"),
          json(
              "POST /api/verifications",
              "{\"findings\":[{finding}],\"decision\":\"DISMISSED\",\"reason\":\"已有正当理由\"}"),
          json("POST /api/cards/{number}/level", "{\"level\":\"ORANGE\",\"reason\":\"情况较重\"}"),
          form("POST /sweeps", "month=2026-11"),
          form("POST /sweeps/{id}/cancellation", ""),
          json("POST /api/findings/{id}/comments", "{\"text\":\"示例\"}"),
          form("POST /findings/{id}/comments", "text=x"),
          json("POST /api/findings/{id}/verification/withdrawal", "{}"),
          form("POST /findings/{id}/decision", "decision=DISMISSED&reason=x"),
          form("POST /findings/decisions", "finding={finding}&decision=DISMISSED&reason=x"),
          form("POST /cards/{number}/level", "level=ORANGE&reason=x"),
          json("POST /api/setup", "{}"),
          json("POST /api/accounts", "{}"),
          json("POST /api/accounts/{name}/password", "{}"),
          json("POST /api/accounts/{name}/deactivation", "{}"),
          json("POST /api/posts", "{}"),
          json("POST /api/posts/{id}/end", "{}"),
          json("POST /api/me/password", "{}"),
          json("POST /api/me/tokens", "{}"),
          json("POST /api/me/second-factor/confirmation", "{}"),
          json("POST /api/me/second-factor/removal", "{}"),
          json("POST /api/audit/archives", "{\"month\":\"2026-11\"}"),
          json("POST /api/audit/purges", "{\"month\":\"2026-11\"}"),
          form("POST /sign-in", ""),
          form("POST /sign-out", ""),
          form("POST /setup", ""),
          form("POST /accounts", ""),
          form("POST /accounts/{name}/password", ""),
          form("POST /accounts/{name}/activation", ""),
          form("POST /accounts/{name}/deactivation", ""),
          form("POST /accounts/{name}/unlock", ""),
          form("POST /accounts/{name}/second-factor/removal", ""),
          form("POST /accounts/{name}/sessions/end", ""),
          form("POST /accounts/{name}/tokens/{id}/revocation", ""),
          form("POST /posts", "account=walked"),
          form("POST /posts/{id}/end", ""),
          form("POST /account/password", ""),
          form("POST /account/tokens", ""),
          form("POST /account/tokens/{id}/revocation", ""),
          form("POST /account/sessions/{id}/end", ""),
          form("POST /account/second-factor", ""),
          form("POST /account/second-factor/confirmation", ""),
          form("POST /account/second-factor/removal", ""),
          form("POST /audit/verification", ""),
          form("POST /audit/checkpoints", ""),
          form("POST /import/under-way/{running}/cancellation", ""),
          Map.entry("POST /api/imports", new Body(FILE, NO_ROWS)),
          Map.entry("POST /import", new Body(FILE, NO_ROWS)));

  private static final Map<String, String> QUERIES =
      Map.of(
          "GET /api/branches/{branchCode}/verdicts", "?month=2026-10",
          "GET /api/findings.csv", "?month=2026-10");

  /** A parameter of a path belongs to the segment before it. */
  private static final Pattern PARAMETER = Pattern.compile("([\\w-]+)/\\{(\\w+)}");

  private static final Pattern NAMED = Pattern.compile("\\{([a-z]+)}");

  private final TwoCounties counties;
  private final WalkedPeople people;
  private final List<WalkedFeature> features;
  private final Map<String, Body> bodies = new HashMap<>(BODIES);
  private Map<String, Kind> kinds;

  WalkedObjects(TwoCounties counties, WalkedPeople people, @All List<WalkedFeature> features) {
    this.counties = counties;
    this.people = people;
    this.features = features;
    for (WalkedFeature feature : features) {
      feature
          .bodies()
          .forEach(
              (route, text) ->
                  bodies.put(route, new Body(route.contains(" /api/") ? JSON : FORM, text)));
      feature.files().forEach(route -> bodies.put(route, new Body(FILE, "")));
    }
  }

  /** Sets up the city of the walk. */
  void reset() {
    UUID sweep = counties.reset();
    people.reset(PLACES);
    Kind branch = Kind.of("B1", "B9");
    Kind finding = Kind.of(counties.finding("B1"), counties.finding("B9"));
    kinds = new HashMap<>(own(sweep, branch, finding));
    features.forEach(
        feature ->
            feature
                .objects()
                .forEach(
                    (kind, walked) ->
                        kinds.put(kind, Kind.of(walked.inScope(), walked.outOfScope()))));
  }

  private Map<String, Kind> own(UUID sweep, Kind branch, Kind finding) {
    return Map.ofEntries(
        Map.entry("branches", branch),
        Map.entry("branch", branch),
        Map.entry("records", branch),
        Map.entry("findings", finding),
        Map.entry("finding", finding),
        Map.entry("cards", Kind.of("W1-2026-0001", "W3-2026-0001")),
        Map.entry("sweeps", Kind.of(sweep, null)),
        Map.entry("warning-list", Kind.of(TwoCounties.ITEM, null)),
        Map.entry(
            "imports",
            new Kind(WalkedObjects::imported, imported(Tester.with("COUNTY_OFFICER@X2")))),
        Map.entry("under-way", Kind.of(UUID.randomUUID(), null)),
        Map.entry("accounts", Kind.of(WalkedPeople.CARED_FOR, null)),
        Map.entry("posts", Kind.of(people.post(Role.LEADER), null)),
        Map.entry("sessions", new Kind(people::session, null)),
        Map.entry("tokens", new Kind(people::token, null)));
  }

  /** Whether the route is about something that can be out of scope. */
  boolean hasOutOfScope(Route route) {
    return usedBy(route).anyMatch(kind -> kinds.get(kind).outOfScope() != null);
  }

  /** The address of the route for an object. */
  String address(Route route, String authorization, boolean inScope) {
    String known = route.path().replace("{month}", "2026-10");
    if (known.contains("{name}/sessions/{id}")) {
      known = known.replace("/{id}", "/" + people.sessionCaredFor());
    } else if (known.contains("{name}/tokens/{id}")) {
      known = known.replace("/{id}", "/" + people.tokenCaredFor());
    }
    String path = filled(PARAMETER, known, authorization, inScope);
    return path + QUERIES.getOrDefault(route.toString(), "");
  }

  /** The body for an object, or {@code null}. */
  Body body(Route route, String authorization, boolean inScope) {
    Body body = bodies.get(route.toString());
    return body == null
        ? null
        : new Body(body.type(), filled(NAMED, body.text(), authorization, inScope));
  }

  private Stream<String> usedBy(Route route) {
    Body body = bodies.getOrDefault(route.toString(), new Body("", ""));
    return Stream.concat(
        PARAMETER
            .matcher(route.path())
            .results()
            .map(found -> found.group(1))
            .filter(kinds::containsKey),
        NAMED.matcher(body.text()).results().map(found -> found.group(1)));
  }

  private String filled(Pattern places, String text, String authorization, boolean inScope) {
    return places
        .matcher(text)
        .replaceAll(
            found -> {
              Kind kind = kinds.get(found.group(1));
              if (kind == null) {
                throw new AssertionError("The walk knows no object for " + text);
              }
              String key = inScope ? kind.inScope().apply(authorization) : kind.outOfScope();
              String before = places == PARAMETER ? found.group(1) + "/" : "";
              return Matcher.quoteReplacement(before + key);
            });
  }

  /** An import with a failed row by whoever asks for it; whoever may not import has none. */
  private static String imported(String authorization) {
    if (authorization == null) {
      return NONE;
    }
    byte[] failed = (NO_ROWS + "B0,2026-10,2026-10-28\n").getBytes(StandardCharsets.UTF_8);
    Response report =
        given()
            .noFilters()
            .header("Authorization", authorization)
            .multiPart("records", "records.csv", failed)
            .post("/api/imports");
    return report.statusCode() == 200 ? report.path("id").toString() : NONE;
  }

  private static Map.Entry<String, Body> json(String route, String text) {
    return Map.entry(route, new Body(JSON, text));
  }

  private static Map.Entry<String, Body> form(String route, String text) {
    return Map.entry(route, new Body(FORM, text));
  }
}
