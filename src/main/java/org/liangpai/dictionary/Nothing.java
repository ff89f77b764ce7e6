package org.liangpai.dictionary;

import java.util.Locale;
import java.util.Set;

/** The words by which people say in a cell that there is nothing to say, kept as data. */
public final class Nothing {

  /** Words, or words with the type of the fields in which they count. */
  private static final Set<String> WORDS = Set.copyOf(WordFile.lines("nothing.txt"));

  private Nothing() {}

  /** Whether a word, without signs and blanks, says nothing in fields of a type. */
  public static boolean isSaidBy(String word, FieldType type) {
    String upper = word.toUpperCase(Locale.ROOT);
    return WORDS.contains(upper) || WORDS.contains(upper + "," + type);
  }
}
