package org.liangpai.intake.file;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a number format of a workbook makes of a number: a day, a month, a share, or other digits
 * than the cell holds.
 *
 * @param mask the format of a whole number in which 0 and # stand for digits; null for no change
 */
record NumberFormat(Form form, String mask) {

  /** What a format shows a number as. */
  enum Form {
    NUMBER,
    DAY,
    /** A date without its day. */
    MONTH,
    PERCENT,
    /** A number behind or between other characters, or with leading zeros. */
    MASKED,
    /** Something else of which we cannot tell what the sheet shows. */
    OTHER
  }

  static final NumberFormat GENERAL = new NumberFormat(Form.NUMBER, null);

  /** Stands for a literal character of a mask, which may itself be a 0 or #. */
  private static final char LITERAL = '\u0001';

  private static final Pattern UNSHOWN = Pattern.compile("_.|\\*.|\\[(?!\\$)[^\\]]*\\]");
  private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^\\]-]*)[^\\]]*\\]");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|!.");

  /** The formats that every workbook has without telling, with the Chinese dates. */
  static NumberFormat builtIn(String id) {
    if (id == null || !id.matches("\\d{1,4}")) {
      return GENERAL;
    }
    return switch (Integer.parseInt(id)) {
      case 9, 10 -> new NumberFormat(Form.PERCENT, null);
      case 17, 27, 36, 50, 52, 57 -> new NumberFormat(Form.MONTH, null);
      case 14,
          15,
          16,
          18,
          19,
          20,
          21,
          22,
          28,
          29,
          30,
          31,
          32,
          33,
          34,
          35,
          45,
          46,
          47,
          51,
          53,
          54,
          55,
          56,
          58 ->
          new NumberFormat(Form.DAY, null);
      default -> GENERAL;
    };
  }

  /** The format of a code such as {@code yyyy/m/d}; only its part for positive numbers counts. */
  static NumberFormat of(String code) {
    if (code == null) {
      return GENERAL;
    }
    String all = CURRENCY.matcher(UNSHOWN.matcher(code).replaceAll("")).replaceAll("$1");
    String bare = QUOTED.matcher(all).replaceAll("");
    if (bare.matches("(?is).*[ymde].*") && !bare.matches("(?is).*(?:general|e[+-]).*")) {
      boolean monthOnly = bare.matches("(?is).*y.*") && !bare.matches("(?is).*[dhs].*");
      return new NumberFormat(monthOnly ? Form.MONTH : Form.DAY, null);
    }
    if (bare.contains("%")) {
      return new NumberFormat(Form.PERCENT, null);
    }
    return ofDigits(code, all);
  }

  boolean isDate() {
    return form == Form.DAY || form == Form.MONTH;
  }

  /**
   * What the sheet shows instead of the digits; empty where that cannot be told, null if nothing.
   */
  String shown(String digits) {
    if (form == Form.OTHER) {
      return "";
    }
    if (form == Form.PERCENT) {
      return new BigDecimal(digits).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
    if (form != Form.MASKED) {
      return null;
    }
    return digits.matches("\\d{1,30}") ? filled(digits) : "";
  }

  private static NumberFormat ofDigits(String code, String all) {
    String mask = mask(all);
    String places = mask.replaceAll(LITERAL + "(?s).", "");
    if (code.contains("DBNum")
        || all.contains("?/")
        || all.contains("#/#")
        || code.matches(".*\\[[<>=].*")) {
      return new NumberFormat(Form.OTHER, null);
    }
    if (places.equalsIgnoreCase("general") || places.equals("G/通用格式")) {
      return masked(mask.replaceFirst("(?i)general|G/通用格式", "#"));
    }
    if (places.contains(".") || places.contains("E") || places.contains("@")) {
      return GENERAL;
    }
    return places.matches("[0#?,]+") ? masked(mask) : GENERAL;
  }

  private static NumberFormat masked(String mask) {
    String digits = mask.replace(",", "");
    boolean changesNothing = digits.matches("[#?]*[0#?]");
    return changesNothing ? GENERAL : new NumberFormat(Form.MASKED, digits);
  }

  /** The first part of a format, each literal character behind its sign. */
  private static String mask(String format) {
    StringBuilder mask = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        mask.append(LITERAL).append(c);
      } else if (c == ';') {
        break;
      } else if ((c == '\\' || c == '!') && i + 1 < format.length()) {
        mask.append(LITERAL).append(format.charAt(++i));
      } else if ("0#?,.@".indexOf(c) >= 0
          || Character.isLetter(c) && c < 128
          || isGeneral(format)) {
        mask.append(c);
      } else {
        mask.append(LITERAL).append(c);
      }
    }
    return mask.toString();
  }

  private static boolean isGeneral(String format) {
    return format.startsWith("G/通用格式");
  }

  /** Digits take their places from the right; the first place takes all that are left. */
  private String filled(String digits) {
    StringBuilder shown = new StringBuilder();
    int next = digits.length() - 1;
    int places = places();
    for (int i = mask.length() - 1; i >= 0; i--) {
      if (i > 0 && mask.charAt(i - 1) == LITERAL) {
        shown.append(mask.charAt(i));
        i--;
        continue;
      }
      places--;
      if (next >= 0) {
        shown.append(digits.charAt(next--));
      } else if (mask.charAt(i) == '0') {
        shown.append('0');
      }
      while (places == 0 && next >= 0) {
        shown.append(digits.charAt(next--));
      }
    }
    return shown.reverse().toString();
  }

  private int places() {
    int places = 0;
    for (int i = 0; i < mask.length(); i++) {
      if (mask.charAt(i) == LITERAL) {
        i++;
      } else {
        places++;
      }
    }
    return places;
  }
}
