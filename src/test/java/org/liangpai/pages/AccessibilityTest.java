package org.liangpai.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.security.Role;
import org.liangpai.security.WalkedPages;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;

/** Every page, on a desk and on a telephone, by the rules of axe. */
@QuarkusTest
class AccessibilityTest {

  private static final int[] WIDTHS = {1440, 390};
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then((found) => done(found.violations
          .flatMap((one) => one.nodes.map((node) => one.impact + ' ' + one.id + ': ' + node.html.slice(0, 160)))));
      """;

  private static final String BULK_ON_TOP =
      """
      document.body.style.minHeight = '3000px';
      window.scrollTo(0, 600);
      const bar = document.querySelector('.bulk').getBoundingClientRect();
      const at = document.elementFromPoint(bar.left + 30, bar.top + 12);
      return bar.top >= 0 && bar.top < 100 && !!at.closest('.bulk');
      """;

  @Inject WalkedPages pages;
  @Inject SweepingCity sweeping;
  @Inject TestClock clock;

  @TestHTTPResource("/")
  String home;

  @BeforeEach
  void startsWithTheCityOfTheWalk() {
    clock.reset();
    pages.reset();
    // The banner of demonstration accounts is a part of every page then.
    sweeping.execute("UPDATE account SET demonstration = true WHERE name = 'walk-audit'");
  }

  @Test
  void axe_findsNothing() throws IOException {
    assumeTrue(Browser.isInstalled(), "No /usr/bin/chromium with /usr/bin/chromedriver: not tried");
    String axe = axe();
    Set<String> faults = new TreeSet<>();
    try (Browser browser = Browser.open()) {
      for (WalkedPages.Shown page : oneOfEachRoute()) {
        browser.comeAs(page.authorization());
        browser.visit(home + page.address().substring(1));
        browser.script(
            "document.querySelectorAll('main details').forEach((one) => one.open = true)");
        browser.script(axe);
        for (int width : WIDTHS) {
          browser.width(width);
          ((List<?>) browser.driver().executeAsyncScript(RUN))
              .forEach(fault -> faults.add(page.route() + " " + width + ": " + fault));
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  /** 1440 by 900 pixels at 200 percent. */
  @Test
  void bulkBar_isNotCovered_atDoubleZoom() {
    assumeTrue(Browser.isInstalled(), "No /usr/bin/chromium with /usr/bin/chromedriver: not tried");
    WalkedPages.Shown queue = pages.page(Role.COMMITTEE_OFFICER, "/findings");
    try (Browser browser = Browser.open()) {
      browser.comeAs(queue.authorization());
      browser.size(720, 450);
      browser.visit(home + "findings");
      assertThat(browser.script(BULK_ON_TOP)).isEqualTo(true);
    }
  }

  /** The role that sees most of a page. */
  private List<WalkedPages.Shown> oneOfEachRoute() {
    Map<String, WalkedPages.Shown> fullest =
        pages.all().stream()
            .collect(
                Collectors.toMap(
                    WalkedPages.Shown::route,
                    page -> page,
                    (one, other) -> one.html().length() < other.html().length() ? other : one));
    return List.copyOf(fullest.values());
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
