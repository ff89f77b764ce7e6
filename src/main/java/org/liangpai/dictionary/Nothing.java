package org.liangpai.dictionary;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which people say in a cell that there is nothing to say, kept as data. */
public final class Nothing {

  /** Words, or words with the type of the fields in which they count. */
  private static final Set<String> WORDS = Set.copyOf(WordFile.lines("nothing.txt"));

  private static final Set<Character> STARTS =
      WORDS.stream().map(word -> word.charAt(0)).collect(Collectors.toUnmodifiableSet());

  private Nothing() {}

  /** Whether such a word can begin so; hardly a name does, and most need no closer look. */
  public static boolean mayBeginWith(char c) {
    return STARTS.contains(Character.toUpperCase(c));
  }

  /** Whether a word, without signs and blanks, says nothing in fields of a type. */
  public static boolean isSaidBy(String word, FieldType type) {
    String upper = word.toUpperCase(Locale.ROOT);
    return WORDS.contains(upper) || WORDS.contains(upper + "," + type);
  }
}
