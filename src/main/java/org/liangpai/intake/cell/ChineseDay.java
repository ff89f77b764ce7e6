package org.liangpai.intake.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day or month in Chinese numerals, such as 二〇一五年五月二十日. */
final class ChineseDay {

  private static final String ZEROS = "〇○◯零Oo0";
  private static final String DIGITS = "零一二三四五六七八九";

  private static final Pattern FORM =
      Pattern.compile(
          "(["
              + ZEROS
              + "\\d一二三四五六七八九]{4})年(元|[一二三四五六七八九十]{1,3})月"
              + "(?:初?([一二三四五六七八九十廿卅]{1,3})([日号]))?(份?)(.*)");

  private ChineseDay() {}

  /** The text with its numerals as digits; any other text stays as it is. */
  static String digits(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return text;
    }
    StringBuilder digits = new StringBuilder();
    for (char c : form.group(1).toCharArray()) {
      digits.append(ZEROS.indexOf(c) >= 0 ? '0' : digit(c));
    }
    digits.append('年').append(number(form.group(2))).append('月');
    if (form.group(3) != null) {
      digits.append(number(form.group(3))).append(form.group(4));
    }
    return digits.append(form.group(5)).append(form.group(6)).toString();
  }

  private static char digit(char c) {
    int value = DIGITS.indexOf(c);
    return value < 0 ? c : (char) ('0' + value);
  }

  /** Up to 39; what is none gives 99, which no month or day has. */
  private static int number(String text) {
    if (text.equals("元")) {
      return 1;
    }
    String plain = text.replace("廿", "二十").replace("卅", "三十");
    int ten = plain.indexOf('十');
    String tens = ten < 0 ? "" : plain.substring(0, ten);
    String ones = plain.substring(ten + 1);
    if (tens.length() > 1 || ones.length() > 1 || ones.contains("十")) {
      return 99;
    }
    int value = ten < 0 ? 0 : 10 * (tens.isEmpty() ? 1 : DIGITS.indexOf(tens));
    return value + (ones.isEmpty() ? 0 : DIGITS.indexOf(ones));
  }
}
