package org.liangpai.warninglist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the reasons to choose from. */
final class ReasonReader {

  private ReasonReader() {}

  static RectificationReasons read(YamlEntry root) {
    YamlSection section = root.section("planReturns", "reportRejections");
    return new RectificationReasons(
        reasons(section.entry("planReturns")), reasons(section.entry("reportRejections")));
  }

  private static List<Reason> reasons(YamlEntry list) {
    List<Reason> reasons = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (YamlEntry entry : list.atLeastOne()) {
      YamlSection section = entry.section("code", "label");
      YamlEntry code = section.entry("code");
      String text = code.text("[A-Z][A-Z0-9_]{0,29}", "大写英文编码，如 NOT_CONCRETE");
      if (!codes.add(text)) {
        throw code.refused("“" + text + "”重复了");
      }
      reasons.add(new Reason(text, section.entry("label").text()));
    }
    return List.copyOf(reasons);
  }
}
