package org.liangpai.intake.cell;

import java.util.regex.Pattern;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.Nothing;

/** Recognises what is written to say that there is nothing to write: 无, 暂缺, ——, N/A. */
final class NothingText {

  private static final Pattern SIGNS = Pattern.compile("[-—–―‐‑‒−─━_~～/\\\\|*×]+");
  private static final Pattern AROUND = Pattern.compile("[\\s。．.,，、;；:：!！?？()\\[\\]【】「」“”\"'…]+");
  private static final int LONGEST = 16;

  private NothingText() {}

  /** Whether the normalised text says nothing in a field that holds a name or a code. */
  static boolean isSaid(Field field, String normal) {
    if (normal.length() > LONGEST || !mayBe(normal.charAt(0)) || !holdsName(field)) {
      return false;
    }
    String word = AROUND.matcher(CellText.bare(normal)).replaceAll("");
    return SIGNS.matcher(word).matches()
        || Nothing.isSaidBy(SIGNS.matcher(word).replaceAll(""), field.type());
  }

  private static boolean mayBe(char first) {
    return !Character.isLetterOrDigit(first) || Nothing.mayBeginWith(first);
  }

  /** A meeting may well resolve nothing, and says so on purpose. */
  private static boolean holdsName(Field field) {
    return field.type() == FieldType.CODE
        || field.type() == FieldType.TEXT && !field.name().equals("resolution");
  }
}
