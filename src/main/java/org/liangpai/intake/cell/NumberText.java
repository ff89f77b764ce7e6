package org.liangpai.intake.cell;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which people write a count or an amount in yuan. */
final class NumberText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,3}(?: \\d{3}){1,5})(?:\\.\\d{1,18})?");

  private static final Pattern YUAN =
      Pattern.compile(
          "(?:人民币|RMB|CNY)?\\s*[¥]?\\s*([\\d., ]*\\d)\\s*(?:[元圆](?:整|正)?|RMB|CNY)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER_UNIT = Pattern.compile(".*\\d.*[百千万亿].*");

  private static final int LONGEST = 64;

  private NumberText() {}

  static Optional<BigDecimal> plain(String text) {
    return text.length() <= LONGEST && NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replaceAll("[, ]", "")))
        : Optional.empty();
  }

  static Optional<BigDecimal> yuan(String text) {
    Matcher yuan = YUAN.matcher(text);
    return text.length() <= LONGEST && yuan.matches() ? plain(yuan.group(1)) : Optional.empty();
  }

  /** Whether an amount is told in ten thousands or the like, and would be misread. */
  static boolean isInOtherUnit(String text) {
    return text.length() <= LONGEST && OTHER_UNIT.matcher(text).matches();
  }
}
