package org.liangpai.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.liangpai.shared.Problem;
import org.liangpai.shared.TypedForm;

class NotedPageTest {

  private static final String PAGE =
      """
      <html><body><main id="main"><div id="notice"></div>
      <details><summary>申请</summary><form method="post" action="/cards/W1/extension?x=1">
      <input type="hidden" name="csrf-token" value="new"><input type="hidden" name="line" value="7">
      <label>天数<input type="number" name="days" value="1"></label>
      <label>理由<textarea name="reason"></textarea></label>
      <label>种类<select name="kind"><option value="A" selected>甲</option><option value="B">乙</option></select></label>
      <input type="checkbox" name="who" value="书记"><input type="checkbox" name="who" value="委员" checked>
      <input type="password" name="secret"><input name="what"><input name="what">
      </form></details>
      <form method="post" action="/cards/W1/extension"><input type="hidden" name="line" value="8">
      <input name="reason"></form>
      </main></body></html>
      """;

  @Test
  void refused_isSaidAtItsField_withWhatWasTyped() {
    Document page = shown(PageNote.refused(problem("/what/1", "太长"), typed("7")));

    Element alert = page.selectFirst("#notice [role=alert]");
    assertThat(alert.text()).isEqualTo("请求不符合要求");
    Element form = page.selectFirst("details form");
    assertThat(form.selectFirst("[name=days]").val()).isEqualTo("99");
    assertThat(form.selectFirst("textarea").text()).isEqualTo("会议 <b>开过");
    assertThat(form.select("option[selected]").eachAttr("value")).containsExactly("B");
    assertThat(form.select("[name=who][checked]").eachAttr("value")).containsExactly("书记");
    assertThat(form.select("[name=what]").eachAttr("value")).containsExactly("一", "二");
    assertThat(form.selectFirst("[name=csrf-token]").val()).isEqualTo("new");
    assertThat(form.selectFirst("[name=secret]").val()).isEmpty();
    assertThat(page.selectFirst("details").hasAttr("open")).isTrue();
    Element wrong = page.selectFirst("[aria-invalid]");
    assertThat(wrong.val()).isEqualTo("二");
    assertThat(wrong.hasAttr("autofocus")).isTrue();
    assertThat(page.getElementById(wrong.attr("aria-describedby")).text()).isEqualTo("太长");
  }

  @Test
  void refused_isForTheFormWithTheSameHiddenParts() {
    Document page = shown(PageNote.refused(problem("reason", "必填"), typed("8")));

    assertThat(page.selectFirst("input[name=reason]").val()).isEqualTo("会议 <b>开过");
    assertThat(page.selectFirst("textarea").text()).isEmpty();
  }

  @Test
  void refused_showsWhatWasTyped_whereTheFormIsGone() {
    TypedForm gone = new TypedForm("/elsewhere", Map.of("reason", List.of("会议开过，但是记录漏录了", "短")));

    Document page = shown(PageNote.refused(problem("reason", "已核实"), gone));

    assertThat(page.select("#notice q").eachText()).containsExactly("会议开过，但是记录漏录了");
    assertThat(page.selectFirst("#notice .alert").hasAttr("autofocus")).isTrue();
  }

  @Test
  void done_isSaidBeforeTheNextThing_whichHasTheFocus() {
    String next = PAGE.replace("<details>", "<p data-next>轮到您</p><details>");

    Document page = Jsoup.parse(NotedPage.of(next, PageNote.done("已提交。")));

    assertThat(page.selectFirst("[role=status]").nextElementSibling().text()).isEqualTo("轮到您");
    assertThat(page.selectFirst("[autofocus]").text()).isEqualTo("轮到您");
  }

  @Test
  void fragment_staysAsItIs() {
    assertThat(NotedPage.of("<p>部分</p>", PageNote.done("已提交。"))).isEqualTo("<p>部分</p>");
  }

  private static Document shown(PageNote note) {
    return Jsoup.parse(NotedPage.of(PAGE, note));
  }

  private static Problem problem(String pointer, String message) {
    return new Problem(
        URI.create("urn:problem:invalid"),
        "请求不符合要求",
        400,
        "请求不符合要求",
        List.of(new Problem.FieldError(pointer, message)));
  }

  private static TypedForm typed(String line) {
    return new TypedForm(
        "/cards/W1/extension",
        Map.of(
            "csrf-token", List.of("old"),
            "line", List.of(line),
            "days", List.of("99"),
            "reason", List.of("会议 <b>开过"),
            "kind", List.of("B"),
            "who", List.of("书记"),
            "secret", List.of("geheim"),
            "what", List.of("一", "二")));
  }
}
