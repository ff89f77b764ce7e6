package org.liangpai.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.linkText;
import static org.openqa.selenium.By.name;
import static org.openqa.selenium.By.partialLinkText;
import static org.openqa.selenium.By.xpath;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.account.People;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.evaluation.HealthyBranch;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.openqa.selenium.By;

/**
 * The main job in a real browser: the city's officer brings a workbook in and sweeps, the
 * committee's officer decides, and a card comes out.
 */
@QuarkusTest
class FromImportToCardTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String SENTENCE = "2026年10月未召开支委会；要求每月至少1次";

  @Inject TestCity city;
  @Inject TestClock clock;

  @TestHTTPResource("/")
  String home;

  private final People people = new People();

  @BeforeEach
  void startsWithoutBranches() {
    assumeTrue(Browser.isInstalled(), "No /usr/bin/chromium with /usr/bin/chromedriver: not tried");
    clock.reset();
    city.reset();
    people.setUp().then().statusCode(201);
    people.hire("city", "CITY_OFFICER", Map.of("unitCode", "C1"));
    people.hire("committee", "COMMITTEE_OFFICER", Map.of("unitCode", "W1"));
  }

  @Test
  void issuesACard_fromAnImportedWorkbook() throws IOException {
    Path workbook = workbook();
    try (Browser browser = Browser.open()) {
      browser.visit(home);
      browser.signIn("city", People.PASSWORD);
      browser.click(partialLinkText("导入名册和纪实"));
      browser.choose(name("file"), workbook);
      browser.click(button("导入"));
      browser.see(xpath("//h2[.='导入完成']"));

      browser.click(linkText("到总览开始排查"));
      browser.click(button("开始排查"));
      browser.see(xpath("//h2[contains(., '2026年10月排查结果')]"));
      assertThat(browser.text()).contains("共判断 2 个支部", "1 个有疑似问题");
      browser.see(cssSelector("canvas"));

      browser.signOut();
      browser.signIn("committee", People.PASSWORD);
      browser.click(linkText("核实疑似问题"));
      assertThat(browser.text()).contains("共 1 项", SENTENCE, "黄牌");
      browser.enter("reason", "会议开过，记录漏录");
      browser.enter(cssSelector(".finding [name=reason]"), "会议开过，记录漏录");
      assertThat(browser.text()).contains("共 1 项").doesNotContain("W1-2026-0001");
      browser.visit(home + "findings");
      browser.click(decision("不予认定"));
      assertThat(browser.see(cssSelector(".finding .error")).getText()).contains("必须写明理由");
      browser.click(decision("属实"));

      browser.click(partialLinkText("W1-2026-0001"));
      browser.see(cssSelector(".big-badge"));
      assertThat(browser.address()).endsWith("/cards/W1-2026-0001");
      assertThat(browser.text()).contains("黄牌", SENTENCE, "不晚于 2026年11月23日 完成整改");

      for (String page :
          List.of(
              "", "findings?status=ALL", "cards", "cards/W1-2026-0001", "branches/B2", "import")) {
        assertThat(browser.overflowOnPhone(home + page)).as(page).isZero();
      }
      // The browser itself notes the refused decision without a reason.
      assertThat(browser.complaints())
          .allMatch(one -> one.contains("/decision") && one.contains("400"));
    }
  }

  @Test
  void removesMeetings_onlyAtTheSecondPress() throws IOException {
    city.branch("B1", row -> row);
    city.record("B1", OCTOBER, row -> row);
    Row lecture = HealthyBranch.meeting("LECTURE", OCTOBER.atDay(28));
    Path workbook =
        new Workbook()
            .with(Table.MEETINGS, List.of(lecture))
            .saved(Files.createTempFile("liangpai-browser", ".xlsx"));
    try (Browser browser = Browser.open()) {
      browser.visit(home + "import");
      browser.signIn("city", People.PASSWORD);
      browser.visit(home + "import");
      browser.choose(name("file"), workbook);
      browser.click(button("导入"));
      browser.see(xpath("//h3[.='这些会议活动这次没有上传，都还在']"));
      assertThat(browser.text()).contains("有 1 处错误", "主题党日2026-10-05");

      browser.click(button("确认删去以上会议活动并导入"));
      browser.see(xpath("//h3[.='这些会议活动已删去']"));
      assertThat(browser.text()).contains("导入完成");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static By button(String text) {
    return xpath("//main//button[.='" + text + "']");
  }

  private static By decision(String text) {
    return xpath("//article//button[.='" + text + "']");
  }

  /** Two branches of four months; in October B2 had no committee meeting. */
  private Path workbook() throws IOException {
    List<Row> branches = new ArrayList<>();
    List<Row> records = new ArrayList<>();
    List<Row> meetings = new ArrayList<>();
    for (String code : List.of("B1", "B2")) {
      branches.add(
          HealthyBranch.roster(YearMonth.of(2026, 1))
              .with("branchCode", code)
              .with("branchName", "示例支部" + code)
              .with("unitCode", "W1"));
      for (YearMonth month = YearMonth.of(2026, 7);
          !month.isAfter(OCTOBER);
          month = month.plusMonths(1)) {
        records.add(HealthyBranch.record(month).with("branchCode", code));
        boolean isLacking = code.equals("B2") && month.equals(OCTOBER);
        HealthyBranch.meetings(month).stream()
            .filter(one -> !(isLacking && one.text("type").equals("COMMITTEE_MEETING")))
            .map(one -> one.with("branchCode", code))
            .forEach(meetings::add);
      }
    }
    return new Workbook()
        .with(Table.BRANCHES, branches)
        .with(Table.RECORDS, records)
        .with(Table.MEETINGS, meetings)
        .saved(Files.createTempFile("liangpai-browser", ".xlsx"));
  }
}
