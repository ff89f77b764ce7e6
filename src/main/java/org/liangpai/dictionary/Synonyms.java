package org.liangpai.dictionary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people write instead of the words of the dictionary, kept as a table of data. */
public final class Synonyms {

  private static final Map<String, String> CODES = read();

  private Synonyms() {}

  /** The code that a word stands for in a field, be it in all fields of its type. */
  public static Optional<String> codeOf(Field field, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String own = CODES.get(key(field.name(), lower));
    return Optional.ofNullable(own == null ? CODES.get(key(field.type().name(), lower)) : own);
  }

  private static Map<String, String> read() {
    Map<String, String> codes = new HashMap<>();
    WordFile.lines("synonyms.csv").stream()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(cells -> codes.put(key(cells[0], cells[1].toLowerCase(Locale.ROOT)), cells[2]));
    return Map.copyOf(codes);
  }

  private static String key(String field, String word) {
    return field + "," + word;
  }
}
