package org.liangpai.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.audit.Auditing;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TwoCounties;

/** The calendars of due days: of B1 and B2 in one county, of B9 in another, each with a card. */
@QuarkusTest
class CalendarFeedTest {

  @Inject NoticeStory story;
  @Inject TwoCounties counties;
  @Inject FeedAddresses addresses;
  @Inject CurrentViewer current;
  @Inject Transactions transactions;
  @Inject Auditing auditing;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
  }

  @AfterEach
  void clear() {
    story.begin();
  }

  @Test
  void calendarOfASecretary_hasTheDueDaysOfTheBranch() {
    story.person("alice", "BRANCH_SECRETARY@B1", null);
    String path = address("alice");

    Map<String, String> events = events(path);

    assertThat(events).containsExactly(Map.entry("整改到期：示例支部B1 YX-25", due("B1")));
    assertThat(text(path))
        .contains("DTSTART;VALUE=DATE:" + due("B1").replace("-", ""))
        .contains("UID:line-")
        .contains("\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"示例市第一机关联合党支部", "示例省示例市示例县示例镇示例村第一联合党支部", "a示例省示例市示例县示例镇示例村第一联合党支部𠮷𠮷𠮷"})
  void lines_haveAtMost75Bytes_andAreUnfoldedToWhatWasSaid(String name) {
    story.person("alice", "BRANCH_SECRETARY@B1", null);
    story.execute("UPDATE branch SET branch_name = '" + name + "' WHERE branch_code = 'B1'");
    String path = address("alice");
    byte[] bytes = given().noFilters().get(path).then().statusCode(200).extract().asByteArray();

    for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n")) {
      assertThat(line.length()).isLessThanOrEqualTo(75);
    }
    assertThat(new String(bytes, StandardCharsets.UTF_8).replace("\r\n ", ""))
        .contains("\r\nSUMMARY:整改到期：" + name + " YX-25\r\n")
        .doesNotContain("\uFFFD");
    assertThat(events(path)).containsOnlyKeys("整改到期：" + name + " YX-25");
  }

  @Test
  void event_keepsItsIdWhenTheDayIsPutOff() {
    story.person("alice", "BRANCH_SECRETARY@B1", null);
    String path = address("alice");
    String id = parsed(path).get(0).getUid().getValue();
    story.execute("UPDATE card_line SET due_on = due_on + 7 WHERE branch_code = 'B1'");

    assertThat(parsed(path)).hasSize(1);
    assertThat(parsed(path).get(0).getUid().getValue()).isEqualTo(id);
    assertThat(events(path).values()).containsExactly(due("B1"));
  }

  @Test
  void calendarOfACommittee_hasWhatItVerifies() {
    story.person("bob", "COMMITTEE_OFFICER@W1", null);

    assertThat(events(address("bob")).keySet()).containsExactly("整改到期：示例支部B1 YX-25", "核实到期：1条疑似问题");
  }

  @Test
  void calendarOfACounty_isSummedUp() {
    story.person("carol", "COUNTY_OFFICER@X1", null);

    assertThat(events(address("carol")).keySet()).containsExactly("整改到期：2项，涉及2个支部");
  }

  @Test
  void calendar_leavesOutWhatRestsAndWhatIsDone() {
    story.person("alice", "BRANCH_SECRETARY@B1", null);
    String path = address("alice");
    story.execute("UPDATE card SET suspended_until = '2026-12-31' WHERE branch_code = 'B1'");
    assertThat(events(path)).containsExactly(Map.entry("挂账到期：示例支部B1", "2026-12-31"));

    story.execute(
        "UPDATE card SET suspended_until = NULL, clock_stopped_on = '2026-11-09' WHERE branch_code = 'B1'");
    assertThat(events(path)).isEmpty();
  }

  @Test
  void calendarOfACommittee_hasTheHelpThatItIsAskedFor() {
    story.person("bob", "COMMITTEE_OFFICER@W1", null);
    story.person("carol", "COUNTY_OFFICER@X1", null);
    String path = address("bob");
    story.execute(
        """
        INSERT INTO help_request (asking_branch, asking_name, asked_unit, asked_name, subject, urgency, content,
            due_on, asked_at, asked_on, asked_by)
        VALUES ('B1', '示例支部B1', 'W1', '示例党委', 'VENUE', 'URGENT', '活动室', '2026-11-20', '2026-11-09',
            '2026-11-09', '示例')
        """);
    assertThat(events(path)).containsEntry("求助到期：示例支部B1", "2026-11-20");
    assertThat(events(address("carol")).keySet()).containsExactly("整改到期：2项，涉及2个支部");

    story.execute("UPDATE help_request SET status = 'TAKEN', promised_on = '2026-11-18'");
    assertThat(events(path)).containsEntry("答应办好：示例支部B1", "2026-11-18");
    story.execute("UPDATE help_request SET status = 'DONE'");
    assertThat(events(path).keySet())
        .noneMatch(title -> title.contains("示例支部B1") && !title.startsWith("整改"));
  }

  @Test
  void calendarOfASupervisor_hasTheNextVisit_untilThatIsMade() {
    story.person("dave", "SUPERVISOR@X1", null);
    String path = address("dave");
    story.execute(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, assigned_at, assigned_by, reason)
        VALUES ('SUPERVISOR', 'dave', 'B1', '2026-11-01', '2026-11-01', '示例', '示例')
        """);
    visited("2026-11-02", "'2026-11-16'");
    assertThat(events(path)).containsEntry("约定走访：示例支部B1", "2026-11-16");

    visited("2026-11-09", "NULL");
    assertThat(events(path)).doesNotContainKey("约定走访：示例支部B1");

    story.execute(
        """
        UPDATE visit SET withdrawn_at = '2026-11-09', withdrawn_by = 'dave', withdrawal_reason = '示例'
        WHERE visited_on = '2026-11-09'
        """);
    assertThat(events(path)).containsEntry("约定走访：示例支部B1", "2026-11-16");
  }

  @Test
  void calendarOfALeader_leavesOutVisitsBeyondTheReachOfThePost() {
    story.person("erin", "LEADER@W1", null);
    String path = address("erin");
    story.execute(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, assigned_at, assigned_by, reason)
        VALUES ('CONTACT_LEADER', 'erin', 'B1', '2026-11-01', '2026-11-01', '示例', '示例');
        INSERT INTO visit (branch_code, kind, account, visited_on, met, seen, next_on, written_at)
        VALUES ('B1', 'CONTACT_LEADER', 'erin', '2026-11-02', ARRAY['支部书记'], '示例', '2026-11-16', '2026-11-09')
        """);
    assertThat(events(path)).containsEntry("约定走访：示例支部B1", "2026-11-16");

    story.leaves("erin");
    story.person("erin", "LEADER@W2", null);
    assertThat(events(path)).doesNotContainKey("约定走访：示例支部B1");
  }

  @Test
  void calendar_followsThePosts() {
    story.person("alice", "BRANCH_SECRETARY@B1", null);
    String path = address("alice");
    story.leaves("alice");
    assertThat(events(path)).isEmpty();

    story.person("alice", "BRANCH_SECRETARY@B2", null);
    assertThat(events(path).keySet()).containsExactly("整改到期：示例支部B2 YX-25");

    story.execute("UPDATE account SET status = 'DEACTIVATED' WHERE name = 'alice'");
    assertThat(events(path)).isEmpty();
  }

  @Test
  void address_isGoodUntilThereIsAnother() {
    story.person("alice", "BRANCH_SECRETARY@B1", null);
    String first = address("alice");
    String second = address("alice");

    given().noFilters().get(first).then().statusCode(404);
    given().noFilters().get(second).then().statusCode(200).contentType("text/calendar");
    current.as(
        viewer("alice"),
        Scope.NONE,
        () -> {
          addresses.withdraw();
          return null;
        });
    given().noFilters().get(second).then().statusCode(404);
    String token = second.replaceAll("^/calendar/|\\.ics$", "");
    assertThat(
            story.value(
                "SELECT count(*) FROM notice_feed f, audit_entry e WHERE f::text || e::text LIKE '%"
                    + token
                    + "%'"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://liangpai.example.org/", "https://liangpai.example.org"})
  void address_isWherePeopleReachTheService(String configured) {
    FeedAddresses behindAProxy =
        new FeedAddresses(
            transactions, auditing, NoticeConfigs.with("address", configured), current, time);
    URI reached = URI.create("http://127.0.0.1:8080/");

    assertThat(current.as(viewer("alice"), Scope.NONE, () -> behindAProxy.issue(reached)))
        .startsWith("https://liangpai.example.org/calendar/");
    assertThat(current.as(viewer("alice"), Scope.NONE, () -> addresses.issue(reached)))
        .startsWith("http://127.0.0.1:8080/calendar/");
  }

  private void visited(String day, String next) {
    story.execute(
        """
        INSERT INTO visit (branch_code, kind, account, visited_on, met, seen, next_on, written_at)
        VALUES ('B1', 'SUPERVISOR', 'dave', '%s', ARRAY['支部书记'], '示例', %s, '2026-11-09')
        """
            .formatted(day, next));
  }

  private String address(String name) {
    return current.as(viewer(name), Scope.NONE, addresses::issue);
  }

  private static Viewer viewer(String name) {
    return new Viewer(name, List.of(), "127.0.0.1");
  }

  private String due(String branch) {
    return story.value("SELECT due_on FROM card_line WHERE branch_code = '" + branch + "'");
  }

  private static String text(String path) {
    return given().noFilters().get(path).then().statusCode(200).extract().asString();
  }

  private static List<VEvent> parsed(String path) {
    return Biweekly.parse(text(path)).first().getEvents();
  }

  private static Map<String, String> events(String path) {
    Map<String, String> events = new TreeMap<>();
    for (VEvent event : parsed(path)) {
      var raw = event.getDateStart().getValue().getRawComponents();
      events.put(
          event.getSummary().getValue(),
          LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate()).toString());
    }
    return events;
  }
}
