package org.liangpai.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.liangpai.security.WalkedPages;

/** A form of a page, filled in with what it cannot take. */
record WrongForm(
    WalkedPages.Shown page, String action, boolean multipart, Map<String, List<String>> values) {

  /** Longer than any field is. */
  static final String TOO_LONG = "甲".repeat(2_100);

  private static final String VISIBLE =
      "input[name]:not([type=hidden]), select[name], textarea[name]";

  private static final String FILLABLE =
      "textarea, input[name]:not([type=hidden], [type=checkbox], [type=radio], [type=time])";

  /** The forms of a page in which something can be filled in. */
  static List<WrongForm> of(WalkedPages.Shown page, Element html) {
    List<WrongForm> forms = new ArrayList<>();
    for (Element form : html.select("form[method=post]")) {
      if (!form.select(VISIBLE).isEmpty()) {
        forms.add(
            new WrongForm(
                page,
                form.attr("action"),
                form.attr("enctype").startsWith("multipart"),
                wrong(form, html)));
      }
    }
    return forms;
  }

  /** What tells one kind of form from another. */
  String kind() {
    return action.replaceAll("\\?.*", "").replaceAll("\\d+|[0-9a-f-]{36}", "#") + values.keySet();
  }

  boolean hasText() {
    return values.values().stream().anyMatch(list -> list.contains(TOO_LONG));
  }

  @Override
  public String toString() {
    return action + " on " + page;
  }

  private static Map<String, List<String>> wrong(Element form, Element html) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<Element> controls =
        new ArrayList<>(form.select("input[name], select[name], textarea[name]"));
    if (!form.id().isEmpty()) {
      controls.addAll(html.select("input[form=" + form.id() + "]"));
    }
    for (Element control : controls) {
      if (!control.attr("name").startsWith("csrf")) {
        wrong(
            control,
            form.select(FILLABLE).isEmpty(),
            values.computeIfAbsent(control.attr("name"), name -> new ArrayList<>()));
      }
    }
    Element button = form.selectFirst("button[name]");
    if (button != null) {
      values.put(button.attr("name"), List.of(button.attr("value")));
    }
    return values;
  }

  private static void wrong(Element control, boolean isOnlyChosen, List<String> values) {
    if (control.normalName().equals("select")) {
      Element first = control.selectFirst("option[value~=.+]");
      values.add(isOnlyChosen ? "WRONG" : first == null ? "" : first.attr("value"));
      return;
    }
    switch (control.attr("type")) {
      case "hidden", "radio", "month", "time" -> values.add(control.attr("value"));
      case "checkbox" -> {
        if (values.isEmpty()) {
          values.add(control.attr("value"));
        }
      }
      case "date" -> values.add("2026-13-45");
      case "number" -> values.add("99999");
      case "password" -> values.add("x");
      case "file" -> {}
      default -> values.add(TOO_LONG);
    }
  }
}
