package org.liangpai.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.card.Card;
import org.liangpai.shared.Invalid;
import org.liangpai.warninglist.Reason;

/** Checks what people wrote into the forms of rectification. */
final class Said {

  static final int MOST = 2_000;

  /** What was done before the card was issued counts, but not what lies years back. */
  private static final int YEARS_BEFORE = 1;

  private Said() {}

  /** A text that must be there. */
  static String text(String field, String what, String text) {
    String said = optional(field, what, text);
    if (said == null) {
      throw new Invalid(field, "请填写" + what);
    }
    return said;
  }

  /** A text, or {@code null} if there is none. */
  static String optional(String field, String what, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.strip().length() > MOST) {
      throw new Invalid(field, what + "有" + text.strip().length() + "字，最多" + MOST + "字");
    }
    return text.strip();
  }

  /** The day of a fact about a card, which is not in the future, and not long before its issue. */
  static LocalDate day(String field, String what, LocalDate day, LocalDate today, Card card) {
    if (day == null) {
      throw new Invalid(field, "请填写" + what + "，如 " + today);
    }
    if (day.isAfter(today)) {
      throw new Invalid(field, what + "“" + day + "”还没有到，应不晚于今天（" + today + "）");
    }
    LocalDate earliest = card.issuedOn().minusYears(YEARS_BEFORE);
    if (day.isBefore(earliest)) {
      throw new Invalid(field, what + "“" + day + "”比亮牌早了一年以上，应不早于 " + earliest + "，请核对年份");
    }
    return day;
  }

  /** The reason of a code. */
  static Reason reason(String field, List<Reason> allowed, String code) {
    return allowed.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    field,
                    "理由“"
                        + (code == null ? "" : code)
                        + "”不在清单中，可以是："
                        + allowed.stream()
                            .map(one -> one.code() + "（" + one.label() + "）")
                            .collect(Collectors.joining("、"))));
  }

  /** A reason with what was written to it, as one phrase. */
  static String phrase(Reason reason, String remark) {
    return reason.label() + "；" + remark;
  }
}
