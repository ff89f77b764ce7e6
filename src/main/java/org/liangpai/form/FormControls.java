package org.liangpai.form;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The fields of a form into which people type or in which they choose. */
final class FormControls {

  private static final String ALL = "input[name], select[name], textarea[name]";
  private static final Set<String> CHOSEN = Set.of("checkbox", "radio");

  /** Never given back: secrets, files, and what the page itself put there. */
  private static final Set<String> NEVER = Set.of("hidden", "password", "file", "submit");

  private static final Set<String> CONTROLS = Set.of("input", "select", "textarea", "button", "a");

  private FormControls() {}

  static List<Element> of(Element form) {
    return form.select(ALL).stream().filter(one -> !one.attr("type").equals("hidden")).toList();
  }

  static boolean isControl(Element element) {
    return CONTROLS.contains(element.normalName());
  }

  /** Fills in the value at a place among those of the same name; chosen ones are chosen again. */
  static void fill(Element control, List<String> typed, int place) {
    String type = control.attr("type");
    if (NEVER.contains(type)) {
      return;
    }
    if (CHOSEN.contains(type)) {
      set(control, "checked", typed.contains(control.attr("value")));
    } else if (control.normalName().equals("select")) {
      if (place < typed.size()) {
        choose(control, typed.get(place));
      }
    } else if (place < typed.size()) {
      write(control, typed.get(place));
    }
  }

  /** Opens whatever hides an element. */
  static void open(Element element) {
    element.parents().stream()
        .filter(one -> one.normalName().equals("details"))
        .forEach(one -> one.attr("open", true));
  }

  /** Whether a text was typed somewhere in it. */
  static boolean holdsText(Element part) {
    return of(part).stream()
        .anyMatch(
            one ->
                one.normalName().equals("textarea")
                    ? !one.text().isBlank()
                    : one.attr("type").isEmpty() && !one.attr("value").isBlank());
  }

  private static void choose(Element select, String value) {
    List<Element> options = List.copyOf(select.select("option"));
    if (options.stream().anyMatch(one -> one.attr("value").equals(value))) {
      options.forEach(one -> set(one, "selected", one.attr("value").equals(value)));
    }
  }

  private static void write(Element control, String text) {
    if (control.normalName().equals("textarea")) {
      control.text(text);
    } else {
      control.attr("value", text);
    }
  }

  private static void set(Element element, String attribute, boolean on) {
    if (on) {
      element.attr(attribute, true);
    } else {
      element.removeAttr(attribute);
    }
  }
}
