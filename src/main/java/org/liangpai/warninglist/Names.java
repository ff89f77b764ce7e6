package org.liangpai.warninglist;

import java.util.ArrayList;
import java.util.List;

/** Reads lists of names out of a known set. */
final class Names {

  private Names() {}

  static List<String> read(YamlEntry list, List<String> known) {
    List<String> names = new ArrayList<>();
    for (YamlEntry element : list.atLeastOne()) {
      String name = element.oneOf(known);
      if (names.contains(name)) {
        throw element.refused("“" + name + "”重复了");
      }
      names.add(name);
    }
    return List.copyOf(names);
  }
}
