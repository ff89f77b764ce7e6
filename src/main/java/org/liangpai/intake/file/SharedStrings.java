package org.liangpai.intake.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The texts of a workbook that its cells refer to by number. They are the one thing kept. */
final class SharedStrings {

  private static final long LARGEST = 192L << 20;
  private static final int MOST = 2_000_000;
  private static final int LONGEST = 65_536;
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final List<String> texts = new ArrayList<>();

  private SharedStrings() {}

  static SharedStrings read(Archive archive, String entry, String part)
      throws IOException, XMLStreamException {
    SharedStrings strings = new SharedStrings();
    if (entry == null || !archive.has(entry)) {
      // Each cell that refers to it says so.
      return strings;
    }
    try (SafeXml xml = archive.xml(entry, LARGEST)) {
      while (xml.nextElement()) {
        if (xml.name().equals("si")) {
          if (strings.texts.size() == MOST) {
            throw Damage.of(part, "文件中不同的文字超过200万条，请分成几个文件导入");
          }
          strings.texts.add(plain(xml.text(LONGEST)));
        }
      }
    }
    return strings;
  }

  /** The text of a number; null where there is none, which means a damaged file. */
  String get(int index) {
    return index >= 0 && index < texts.size() ? texts.get(index) : null;
  }

  /** The format writes control characters as {@code _x000D_}. */
  static String plain(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher escape = ESCAPE.matcher(text);
    return escape.replaceAll(
        match ->
            Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(match.group(1), 16))));
  }
}
