package org.liangpai.dictionary;

import java.util.List;
import java.util.Locale;

/**
 * A field of one of the four tables.
 *
 * @param name its English name, as in the API
 * @param label its Chinese label, as in the workbook
 * @param key whether it is part of the key of its row
 * @param choices what is allowed, for {@link FieldType#CHOICE} and {@link FieldType#CHOICES}
 * @param carry what a draft of the next month takes over
 * @param note one sentence for whoever fills it, or an empty text
 */
public record Field(
    String name,
    String label,
    FieldType type,
    Need need,
    boolean key,
    List<Choice> choices,
    Carry carry,
    String note) {

  /** The name of its column: {@code fullMembers} is kept in {@code full_members}. */
  public String column() {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The label of a code of its choices; the code itself if it is none of them. */
  public String labelOf(String code) {
    return choices.stream()
        .filter(choice -> choice.code().equals(code))
        .map(Choice::label)
        .findFirst()
        .orElse(code);
  }
}
