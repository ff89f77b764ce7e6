package org.liangpai.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.security.WalkedPages;
import org.liangpai.testsupport.TestClock;

/**
 * Every form of every page, sent with what it cannot take: the refusal is seen on the page of the
 * form, has the focus, and what was typed is still there.
 */
@QuarkusTest
class RefusedFormsTest {

  private static final String TOKEN = "csrf-token";

  private static final String SEND =
      """
      const [action, kind, tooLong] = arguments;
      document.querySelectorAll('[role=alert]').forEach((one) => one.removeAttribute('role'));
      const names = (form) => [...new Set([...form.elements].map((one) => one.name)
          .filter((name) => name && !name.startsWith('csrf')))].sort().join();
      const form = [...document.querySelectorAll('form[method=post]')]
          .find((one) => one.getAttribute('action') === action && names(one) === kind);
      if (!form) { return 'no form with ' + kind + ' but ' +
          [...document.querySelectorAll('form[method=post]')].map((f) => f.getAttribute('action') + ':' + names(f)); }
      form.noValidate = true;
      const fillable = [...form.elements].some((one) =>
          ['text', 'number', 'password', 'textarea', 'file'].includes(one.type));
      [...form.elements].forEach((one) => {
        if (one.type === 'checkbox') { one.checked = true; }
        if (one.type === 'number') { one.value = '99999'; }
        if (one.type === 'password') { one.value = 'x'; }
        if (one.type === 'date') { one.value = ''; }
        if (one.tagName === 'SELECT') { one.value = ([...one.options].find((o) => o.value) || {}).value || '';
          if (!fillable) { one.add(new Option('WRONG', 'WRONG')); one.value = 'WRONG'; } }
        if (['text', 'email'].includes(one.type) || one.tagName === 'TEXTAREA') { one.value = tooLong; }
      });
      form.querySelector('button:not([disabled])').click();
      return '';
      """;
  private static final String TOLD =
      """
      return [...document.querySelectorAll('[role=alert]')].some((one) => one.innerText.trim());
      """;
  private static final String FOCUSED =
      """
      const at = document.activeElement;
      return at !== document.body && at.id !== 'main';
      """;
  private static final String KEPT =
      """
      return [...document.querySelectorAll('form[method=post] input, form[method=post] textarea')]
          .some((one) => one.value === arguments[0]);
      """;

  @Inject WalkedPages pages;
  @Inject TestClock clock;

  @TestHTTPResource("/")
  String home;

  @BeforeEach
  void startsWithTheCityOfTheWalk() {
    clock.reset();
    pages.reset();
  }

  @Test
  void everyForm_saysWhyItWasRefused_withoutScripts() {
    List<String> faults = new ArrayList<>();
    for (WrongForm form : forms()) {
      String fault = fault(form);
      if (!fault.isEmpty()) {
        faults.add(form + ": " + fault);
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void everyForm_saysWhyItWasRefused_withScripts() {
    assumeTrue(Browser.isInstalled(), "No /usr/bin/chromium with /usr/bin/chromedriver: not tried");
    List<String> faults = new ArrayList<>();
    List<WrongForm> forms = forms();
    try (Browser browser = Browser.open()) {
      for (WrongForm form : forms) {
        String fault = fault(form, browser);
        if (!fault.isEmpty()) {
          faults.add(form + ": " + fault);
        }
      }
    }

    assertThat(faults).isEmpty();
  }

  /** One form of each kind. */
  private List<WrongForm> forms() {
    Map<String, WrongForm> forms = new LinkedHashMap<>();
    for (WalkedPages.Shown page : pages.all()) {
      WrongForm.of(page, Jsoup.parse(page.html()))
          .forEach(form -> forms.putIfAbsent(form.kind(), form));
    }
    assertThat(forms).hasSizeGreaterThan(40);
    return List.copyOf(forms.values());
  }

  private String fault(WrongForm form) {
    Response answer = sent(form);
    if (answer.statusCode() == 303) {
      String to = answer.header("Location").replaceFirst("https?://[^/]+", "");
      if (!to.equals(form.page().address())) {
        return "was taken, and led to " + to;
      }
      answer = request(form).get(form.page().address());
    } else if (answer.statusCode() < 400) {
      return "was taken: " + answer.statusCode();
    }
    Document page = Jsoup.parse(answer.asString());
    if (page.select("[role=alert]").text().isBlank()) {
      return "says nothing: " + answer.statusCode();
    }
    if (page.select("[autofocus]").isEmpty()) {
      return "has no focus";
    }
    boolean kept =
        page.select("form[method=post] input, form[method=post] textarea").stream()
            .anyMatch(one -> one.val().equals(WrongForm.TOO_LONG));
    return kept || !form.hasText() ? "" : "lost what was typed";
  }

  private String fault(WrongForm form, Browser browser) {
    browser.comeAs(form.page().authorization());
    browser.visit(home + form.page().address().substring(1));
    String names = String.join(",", form.values().keySet().stream().sorted().toList());
    Object missing = browser.script(SEND, form.action(), names, WrongForm.TOO_LONG);
    if (!"".equals(missing)) {
      return String.valueOf(missing);
    }
    if (!browser.comesTrue(TOLD)) {
      return "says nothing, at " + browser.address();
    }
    if (!browser.comesTrue(FOCUSED)) {
      return "has no focus, at " + browser.address();
    }
    return !form.hasText() || Boolean.TRUE.equals(browser.script(KEPT, WrongForm.TOO_LONG))
        ? ""
        : "lost what was typed";
  }

  private Response sent(WrongForm form) {
    String token = request(form).get(form.page().address()).cookie(TOKEN);
    RequestSpecification request = request(form).cookie(TOKEN, token);
    request.header("Referer", home + form.page().address().substring(1));
    if (form.multipart()) {
      request.multiPart(TOKEN, token);
      form.values()
          .forEach((name, values) -> values.forEach(value -> request.multiPart(part(name, value))));
    } else {
      request.contentType("application/x-www-form-urlencoded; charset=UTF-8");
      request.formParam(TOKEN, token);
      form.values().forEach((name, values) -> request.formParam(name, values));
    }
    return request.post(form.action());
  }

  private static MultiPartSpecification part(String name, String value) {
    return new MultiPartSpecBuilder(value)
        .controlName(name)
        .charset(StandardCharsets.UTF_8)
        .mimeType("text/plain")
        .build();
  }

  private static RequestSpecification request(WrongForm form) {
    RequestSpecification request =
        given().noFilters().accept("text/html").redirects().follow(false);
    return form.page().who() == null
        ? request
        : request.header("Authorization", form.page().authorization());
  }
}
