package org.liangpai.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Which field of a form is meant: the last name of a pointer, and the place among its like. */
record FieldPointer(String name, int place) {

  /** Of a name, of a JSON pointer, or of a path with indexes in brackets. */
  static FieldPointer of(String pointer) {
    List<String> parts =
        Arrays.stream(pointer.split("[/.\\[\\]]+")).filter(part -> !part.isEmpty()).toList();
    String name = "";
    int place = 0;
    for (String part : parts) {
      if (part.matches("\\d{1,4}")) {
        place = Integer.parseInt(part);
      } else {
        name = part;
      }
    }
    return new FieldPointer(name, place);
  }

  Optional<Element> in(List<Element> controls) {
    List<Element> like = controls.stream().filter(one -> one.attr("name").equals(name)).toList();
    return like.isEmpty()
        ? Optional.empty()
        : Optional.of(like.get(Math.min(place, like.size() - 1)));
  }
}
