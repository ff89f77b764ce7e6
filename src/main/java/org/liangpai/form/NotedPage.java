package org.liangpai.form;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.liangpai.shared.Problem;
import org.liangpai.shared.TypedForm;

/** A page with what it tells about the form that was sent before, and with what was typed there. */
public final class NotedPage {

  private static final String NOTICE = "notice";
  private static final String NEXT = "[data-next]";
  private static final int SHORT = 10;

  private final Document page;
  private final PageNote note;

  private NotedPage(Document page, PageNote note) {
    this.page = page;
    this.note = note;
  }

  /** The page as HTML; what has no place for a note stays as it is. */
  public static String of(String html, PageNote note) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    if (page.getElementById(NOTICE) == null) {
      return html;
    }
    new NotedPage(page, note).tell();
    return page.outerHtml();
  }

  /** A page that says itself why it refused, with what was typed and the focus where it says so. */
  public static String refused(String html, TypedForm typed) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    Element wrong = page.selectFirst("main [aria-invalid]");
    Element told = wrong == null ? page.selectFirst("main [role=alert]") : wrong;
    if (told == null) {
      return html;
    }
    NotedPage noted = new NotedPage(page, PageNote.kept(typed));
    noted.form().ifPresent(noted::fill);
    FormControls.open(told);
    noted.focus(told);
    return page.outerHtml();
  }

  private void tell() {
    Element told = told();
    if (note.kind() == PageNote.Kind.DONE) {
      Element next = page.selectFirst(NEXT);
      if (next != null) {
        next.before(told);
      }
      focus(next == null ? told : next);
      return;
    }
    Optional<Element> form = form();
    form.ifPresentOrElse(this::fill, () -> showTyped(told));
    Element wrong = form.flatMap(this::mark).orElse(null);
    focus(wrong == null ? told : wrong);
  }

  private Element told() {
    boolean alarms = note.kind() == PageNote.Kind.REFUSED;
    Element told =
        page.getElementById(NOTICE)
            .appendElement("div")
            .addClass(alarms ? "alert" : "note")
            .attr("role", alarms ? "alert" : "status");
    told.appendElement("p").text(note.sentence());
    return told;
  }

  /**
   * The form that was sent; of several that go to one address, the one with the same hidden parts.
   */
  private Optional<Element> form() {
    return page.select("form[method=post]").stream()
        .filter(one -> path(one.attr("action")).equals(path(note.form().action())))
        .filter(this::hasSameHiddenParts)
        .findFirst();
  }

  private boolean hasSameHiddenParts(Element form) {
    return form.select("input[type=hidden]").stream()
        .filter(one -> note.form().fields().containsKey(one.attr("name")))
        .filter(one -> !one.attr("name").startsWith("csrf"))
        .allMatch(one -> note.form().fields().get(one.attr("name")).contains(one.attr("value")));
  }

  private void fill(Element form) {
    Map<String, Integer> seen = new HashMap<>();
    for (Element control : FormControls.of(form)) {
      String name = control.attr("name");
      List<String> typed = note.form().fields().getOrDefault(name, List.of());
      int place = seen.merge(name, 1, Integer::sum) - 1;
      FormControls.fill(control, typed, place);
    }
    FormControls.open(form);
    form.select("details").stream()
        .filter(FormControls::holdsText)
        .forEach(one -> one.attr("open", true));
  }

  /** Says at each field what is wrong with it; gives the first of them. */
  private Optional<Element> mark(Element form) {
    Element first = null;
    int number = 0;
    for (Problem.FieldError error : note.errors()) {
      Optional<Element> field = FieldPointer.of(error.pointer()).in(FormControls.of(form));
      if (field.isPresent()) {
        String id = "field-error-" + ++number;
        Element wrong = field.get();
        wrong.attr("aria-invalid", "true").attr("aria-describedby", id);
        Element label = wrong.closest("label");
        Element beside = label == null ? wrong : label;
        beside.after(new Element("p").addClass("error").id(id).text(error.message()));
        FormControls.open(wrong);
        first = first == null ? wrong : first;
      }
    }
    return Optional.ofNullable(first);
  }

  /** What was typed into a form that is not there any more is shown, so that it can be copied. */
  private void showTyped(Element told) {
    note.form().fields().values().stream()
        .flatMap(List::stream)
        .filter(text -> text.strip().length() >= SHORT)
        .forEach(
            text -> told.appendElement("p").appendElement("q").addClass("note-text").text(text));
  }

  private void focus(Element element) {
    page.select("[autofocus]").removeAttr("autofocus");
    element.attr("autofocus", true);
    if (!FormControls.isControl(element)) {
      element.attr("tabindex", "-1");
    }
  }

  private static String path(String address) {
    try {
      return String.valueOf(URI.create(address).getPath());
    } catch (IllegalArgumentException malformed) {
      return address;
    }
  }
}
