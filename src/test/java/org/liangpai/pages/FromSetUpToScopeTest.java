package org.liangpai.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.openqa.selenium.By.cssSelector;
import static org.openqa.selenium.By.linkText;
import static org.openqa.selenium.By.name;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.account.People;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.evaluation.HealthyBranch;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/**
 * From an empty service to people who each see their part, in a real browser: administrators are
 * set up, accounts made and put into posts, and the roster comes in between.
 */
@QuarkusTest
class FromSetUpToScopeTest {

  private static final String GOOD = People.PASSWORD;

  @Inject TestCity city;
  @Inject TestClock clock;

  @TestHTTPResource("/")
  String home;

  @BeforeEach
  void startsEmpty() {
    assumeTrue(Browser.isInstalled(), "No /usr/bin/chromium with /usr/bin/chromedriver: not tried");
    clock.reset();
    city.clear();
  }

  @Test
  void letsEachSeeOnlyTheirPart_fromAnEmptyStart() throws IOException {
    Path roster = roster();
    try (Browser browser = Browser.open()) {
      browser.visit(home);
      setUp(browser);

      browser.click(linkText("去登录"));
      browser.signIn("sys", GOOD);
      for (String account : List.of("city", "county", "secretary")) {
        create(browser, account);
      }
      assertThat(browser.navigation()).containsExactly("账号和岗位");
      browser.signOut();

      browser.signIn("sec", GOOD);
      appoint(browser, "city", "CITY_OFFICER", "C1", null);
      browser.signOut();

      signInFirst(browser, "city");
      browser.click(linkText("导入名册和纪实 →"));
      browser.choose(name("file"), roster);
      browser.press("导入");
      browser.see(xpath("//h2[.='导入完成']"));
      assertThat(branches(browser)).contains("示例支部B1", "示例支部B2", "示例支部B3");
      browser.signOut();

      browser.signIn("sec", GOOD);
      assertThat(browser.text()).contains("示例第一镇党委（W1）：缺基层党委经办人");
      appoint(browser, "county", "COUNTY_OFFICER", "X1", null);
      appoint(browser, "secretary", "BRANCH_SECRETARY", null, "B2");
      assertThat(browser.text()).contains("任命岗位　支部书记（B2）　sec");
      browser.signOut();

      signInFirst(browser, "county");
      assertThat(browser.navigation())
          .containsExactly("总览", "核实", "亮牌", "整改", "审批", "求助", "督导", "支部", "排查", "导入");
      assertThat(branches(browser)).contains("示例支部B1", "示例支部B2").doesNotContain("示例支部B3");
      browser.visit(home + "branches/B3");
      assertThat(browser.text()).contains("没有找到");
      browser.signOut();

      signInFirst(browser, "secretary");
      browser.signOut();
      browser.visit(home + "branches?q=B");
      browser.signIn("secretary", GOOD);
      assertThat(browser.address()).endsWith("/branches?q=B");
      assertThat(browser.text()).contains("示例支部B2").doesNotContain("示例支部B1", "示例支部B3");
      assertThat(browser.navigation())
          .containsExactly("总览", "核实", "亮牌", "整改", "审批", "求助", "督导", "支部", "导入");

      for (String page : List.of("", "account", "account/second-factor")) {
        assertThat(browser.overflowOnPhone(home + page)).as(page).isZero();
      }
      browser.signOut();
      browser.signIn("sec", GOOD);
      for (String page : List.of("accounts", "accounts/county", "setup/done")) {
        assertThat(browser.overflowOnPhone(home + page)).as(page).isZero();
      }
      // The browser itself notes the two answers that were meant to refuse.
      assertThat(browser.complaints())
          .allMatch(
              one ->
                  one.contains("/setup") && one.contains("400")
                      || one.contains("/branches/B3") && one.contains("404"));
    }
  }

  private static void setUp(Browser browser) {
    browser.type("token", "a wrong one");
    browser.type("unitName", "示例市委");
    browser.type("unitCode", "C1");
    List<String> names = List.of("sys", "sec", "aud");
    for (int i = 0; i < names.size(); i++) {
      browser.type("name", i, names.get(i));
    }
    passwords(browser);
    assertThat(browser.see(cssSelector(".alert")).getText()).contains("初始化口令不对");
    browser.type("token", People.TOKEN);
    passwords(browser);
    browser.see(xpath("//h1[.='初始化完成']"));
  }

  private static void passwords(Browser browser) {
    for (int i = 0; i < 3; i++) {
      browser.type("password", i, GOOD);
      browser.type("again", i, GOOD);
    }
    browser.press("完成初始化");
  }

  private static void create(Browser browser, String account) {
    browser.click(linkText("账号和岗位"));
    browser.see(name("displayName"));
    browser.type("name", account);
    browser.type("displayName", "示例经办人");
    browser.type("password", People.INITIAL);
    browser.press("新建账号");
    browser.see(xpath("//p[contains(., '账号已新建')]"));
  }

  /** Whoever signs in for the first time is led to the change of their password. */
  private static void signInFirst(Browser browser, String account) {
    browser.signIn(account, People.INITIAL);
    browser.see(xpath("//p[contains(., '请先修改密码')]"));
    browser.type("present", People.INITIAL);
    browser.type("password", GOOD);
    browser.type("again", GOOD);
    browser.press("修改密码");
    browser.see(xpath("//p[contains(., '密码已修改')]"));
    browser.visit(browser.address().replaceAll("/account.*", "/"));
  }

  private static void appoint(
      Browser browser, String account, String role, String unit, String branch) {
    browser.click(linkText("账号和岗位"));
    browser.click(linkText(account));
    browser.press("启用账号");
    browser.see(xpath("//p[.='账号已启用。']"));
    browser.select("role", role);
    if (unit != null) {
      browser.select("unitCode", unit);
    }
    if (branch != null) {
      browser.type("branchCode", branch);
    }
    browser.press("任命");
    browser.see(xpath("//p[.='岗位已任命。']"));
  }

  private static String branches(Browser browser) {
    browser.click(linkText("支部"));
    browser.see(xpath("//h1[.='支部']"));
    return browser.text();
  }

  /** Two counties: B1 and B2 are of X1, B3 of X2. */
  private static Path roster() throws IOException {
    List<Row> units =
        List.of(
            unit("C1", "示例市委", "CITY", null),
            unit("X1", "示例第一县委", "COUNTY", "C1"),
            unit("X2", "示例第二县委", "COUNTY", "C1"),
            unit("W1", "示例第一镇党委", "COMMITTEE", "X1"),
            unit("W2", "示例第二镇党委", "COMMITTEE", "X2"));
    List<Row> branches = new ArrayList<>();
    for (String code : List.of("B1", "B2", "B3")) {
      branches.add(
          HealthyBranch.roster(YearMonth.of(2026, 1))
              .with("branchCode", code)
              .with("branchName", "示例支部" + code)
              .with("unitCode", code.equals("B3") ? "W2" : "W1"));
    }
    return new Workbook()
        .with(Table.UNITS, units)
        .with(Table.BRANCHES, branches)
        .saved(Files.createTempFile("liangpai-browser", ".xlsx"));
  }

  private static Row unit(String code, String name, String level, String parent) {
    return new Row(Table.UNITS)
        .with("unitCode", code)
        .with("unitName", name)
        .with("level", level)
        .with("parentCode", parent);
  }
}
