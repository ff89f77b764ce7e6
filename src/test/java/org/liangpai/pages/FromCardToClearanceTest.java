package org.liangpai.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openqa.selenium.By.linkText;
import static org.openqa.selenium.By.partialLinkText;
import static org.openqa.selenium.By.xpath;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.account.People;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/**
 * One red card from its issue to its clearing in a real browser, by four people who go by nothing
 * but what the pages tell them: committee, secretary, committee again, county, and a supervisor who
 * looks on.
 */
@QuarkusTest
class FromCardToClearanceTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String CARD = "W1-2026-0001";

  @Inject TestCity city;
  @Inject SweepingCity sweeping;
  @Inject TestClock clock;

  @TestHTTPResource("/")
  String home;

  private final People people = new People();

  @BeforeEach
  void startsWithARedFinding() {
    assumeTrue(Browser.isInstalled(), "No /usr/bin/chromium with /usr/bin/chromedriver: not tried");
    clock.reset();
    city.reset();
    city.branch("B1", UnaryOperator.identity());
    city.records("B1", YearMonth.of(2026, 1), OCTOBER);
    city.record("B1", OCTOBER, row -> row.with("membersLapsed", 1));
    sweeping.sweep(OCTOBER);
    people.setUp().then().statusCode(201);
    people.hire("committee", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
    people.hire("secretary", "BRANCH_SECRETARY", Map.of("branchCode", "B1"));
    people.hire("county", "COUNTY_OFFICER", Map.of("unitCode", "X1"));
    people.hire("supervisor", "SUPERVISOR", Map.of("unitCode", "X1"));
  }

  @Test
  void clearsARedCard_byFourAccounts() {
    try (Browser browser = Browser.open()) {
      browser.visit(home);
      browser.signIn("committee", People.PASSWORD);
      browser.click(linkText("核实"));
      browser.click(xpath("//article//button[.='属实']"));
      browser.click(partialLinkText(CARD));
      assertThat(browser.text()).contains("红牌", "轮到");

      nextIs("secretary", browser);
      myTurn(browser);
      browser.type("what", "示例：逐人谈话，限期参加组织生活并补交党费");
      browser.press("提交整改措施");
      browser.see(xpath("//main//*[contains(., '措施待认可')]"));

      nextIs("committee", browser);
      myTurn(browser);
      browser.press("认可措施");
      browser.see(xpath("//main//h4[contains(., '已认可')]"));

      nextIs("secretary", browser);
      myTurn(browser);
      browser.type("text", "示例：已逐人谈话，均已参加并补交");
      browser.press("报告完成");
      browser.see(xpath("//main//*[contains(., '待验收')]"));

      nextIs("committee", browser);
      myTurn(browser);
      browser.press("验收通过");
      browser.see(xpath("//main//*[contains(., '待上级复核')]"));

      nextIs("county", browser);
      myTurn(browser);
      browser.press("复核通过");
      browser.see(xpath("//main//dd[contains(., '已摘牌')]"));
      assertThat(browser.text()).contains("回头看至2027年2月9日", "摘牌");

      nextIs("supervisor", browser);
      browser.click(linkText("亮牌"));
      browser.click(partialLinkText(CARD));
      assertThat(browser.text()).contains("已摘牌");

      for (String page :
          List.of("cards/" + CARD, "rectification?show=all", "notices", "concessions")) {
        assertThat(browser.overflowOnPhone(home + page)).as(page).isZero();
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void nextIs(String name, Browser browser) {
    browser.signOut();
    browser.signIn(name, People.PASSWORD);
  }

  /** What waits for whoever signed in is one click away. */
  private static void myTurn(Browser browser) {
    browser.click(linkText("整改"));
    browser.click(partialLinkText("YX-23"));
    browser.see(xpath("//main//p[contains(@class, 'mine')]"));
  }
}
