package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;
import org.liangpai.warninglist.Fraction;
import org.liangpai.warninglist.ItemInForce;
import org.liangpai.warninglist.Rhythm;

/** Fills the sentence of an item with the values that were read and the limits of the month. */
final class Sentences {

  private static final String[] QUARTERS = {"一", "二", "三", "四"};
  private static final String NUMERALS = "一二三四五六七八九十";
  private static final String BLANK = "未填";

  /** The words of the codes, by field: 纪检 is a post, 处分 a vote, and both have one code. */
  private static final Map<String, Map<String, String>> LABELS =
      Stream.of(Table.values())
          .flatMap(table -> table.fields().stream())
          .filter(field -> !field.choices().isEmpty())
          .collect(Collectors.toMap(Field::name, Sentences::labels, (one, other) -> one));

  private Sentences() {}

  static String of(Verdict verdict, int running) {
    ItemInForce item = verdict.item();
    return item.item()
        .sentence()
        .filledWith(
            name ->
                switch (name) {
                  case "month" -> Texts.month(item.month());
                  case "quarter" -> quarter(item.month());
                  case "year" -> String.valueOf(item.month().getYear());
                  case "lastYear" -> String.valueOf(item.month().getYear() - 1);
                  case "streak" -> streak(item.rhythm(), running);
                  default -> value(verdict, name);
                });
  }

  private static String value(Verdict verdict, String name) {
    Map<String, Object> limits = verdict.item().limits();
    if (limits.containsKey(name)) {
      return text(name, limits.get(name));
    }
    // What a rule can give, and did not come to read for this branch, is told like a blank.
    return text(name, verdict.values().get(name));
  }

  private static String text(String name, Object value) {
    if (value == null) {
      return BLANK;
    }
    if (value instanceof LocalDate day) {
      return Texts.day(day);
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof Boolean flag) {
      return flag ? "是" : "否";
    }
    if (value instanceof List<?> codes) {
      return codes.stream().map(code -> text(name, code)).collect(Collectors.joining("、"));
    }
    if (value instanceof Fraction share) {
      return share(share);
    }
    return LABELS.getOrDefault(name, Map.of()).getOrDefault(value.toString(), value.toString());
  }

  private static Map<String, String> labels(Field field) {
    return field.choices().stream().collect(Collectors.toMap(Choice::code, Choice::label));
  }

  /** In words as far as they are common, such as 五分之四; otherwise as a percentage if it is whole. */
  private static String share(Fraction share) {
    int part = share.numerator();
    int whole = share.denominator();
    if (part > 0 && part < whole && whole <= NUMERALS.length()) {
      return NUMERALS.charAt(whole - 1) + "分之" + NUMERALS.charAt(part - 1);
    }
    return 100 % whole == 0 ? part * (100 / whole) + "%" : part + "/" + whole;
  }

  private static String streak(Rhythm rhythm, int running) {
    if (running < 2) {
      return "";
    }
    return "，已连续" + running + (rhythm == Rhythm.QUARTERLY ? "个季度" : "个月");
  }

  private static String quarter(YearMonth month) {
    return month.getYear() + "年第" + QUARTERS[(month.getMonthValue() - 1) / 3] + "季度";
  }
}
