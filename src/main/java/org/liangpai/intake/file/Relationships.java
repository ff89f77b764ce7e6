package org.liangpai.intake.file;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** To which other parts of an archive one of its parts refers. */
final class Relationships {

  private static final long LARGEST = 16L << 20;

  /**
   * One of them.
   *
   * @param type the last word of its type, such as {@code worksheet}
   * @param entry the name of the other part in the archive
   */
  record Relationship(String id, String type, String entry) {}

  private final List<Relationship> all = new ArrayList<>();

  private Relationships() {}

  /** Those of a part, or of the archive itself for an empty name; none if it tells none. */
  static Relationships of(Archive archive, String part) throws IOException, XMLStreamException {
    Relationships found = new Relationships();
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    String entry = folder + "_rels/" + part.substring(slash + 1) + ".rels";
    if (!archive.has(entry)) {
      return found;
    }
    try (SafeXml xml = archive.xml(entry, LARGEST)) {
      while (xml.nextElement()) {
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
          String kind = type.substring(type.lastIndexOf('/') + 1);
          found.all.add(new Relationship(xml.attribute("Id"), kind, resolved(folder, target)));
        }
      }
    }
    return found;
  }

  /** The part of a type, if there is one. */
  Optional<String> ofType(String type) {
    return all.stream().filter(one -> one.type().equals(type)).map(Relationship::entry).findFirst();
  }

  Optional<Relationship> withId(String id) {
    return all.stream().filter(one -> one.id() != null && one.id().equals(id)).findFirst();
  }

  /** A target counts from the folder of the part, or with a slash in front from the top. */
  private static String resolved(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    String whole = target.startsWith("/") ? target : folder + target;
    for (String step : decoded(whole).split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  private static String decoded(String target) {
    try {
      return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return target;
    }
  }
}
