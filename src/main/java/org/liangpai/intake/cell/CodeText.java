package org.liangpai.intake.cell;

import java.util.regex.Pattern;

/** What spreadsheets and programs do to codes; a code that lost something is never taken. */
final class CodeText {

  private static final int LONGEST = 64;

  /** A spreadsheet keeps no more digits of a number. */
  private static final int DIGITS_KEPT = 15;

  /**
   * From so many digits on a number is shown, and saved as text, with an exponent and six digits.
   */
  private static final int DIGITS_SHOWN = 12;

  private static final int DIGITS_OF_EXPONENT_FORM = 6;
  private static final String TO_TEXT = "，请把该列设为文本后重新填写";
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** Without point or sign it may be a code: house 3E14. */
  private static final Pattern EXPONENT =
      Pattern.compile("[+-]?(?:\\d+\\.\\d*[eE][+-]?\\d+|\\d+[eE][+-]\\d+)");

  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.0+");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
  private static final int LONGEST_DAY = 6;

  private static final Pattern DAY =
      Pattern.compile(
          "\\d{1,2}月\\d{1,2}日|\\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
              + "|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\\d{1,2}");

  private CodeText() {}

  /** The code of a cell; what is wrong with it is said as the end of a sentence. */
  static String of(Cell cell, String normal) throws BadCode {
    switch (cell.kind()) {
      case NUMBER, NUMBER_SINCE_1904 -> {
        return ofNumber(cell);
      }
      case DATE -> throw new BadCode("已被表格软件改成日期，原来的编码已经丢失" + TO_TEXT);
      case BOOLEAN -> throw new BadCode("已被表格软件改成逻辑值" + TO_TEXT);
      default -> {
        boolean quoted = normal.length() > 1 && "'‘’`".indexOf(normal.charAt(0)) >= 0;
        String code = quoted ? normal.substring(1) : normal;
        refuseConverted(cell.kind(), code);
        return allowed(code);
      }
    }
  }

  /** What is wrong with a code, as the end of a sentence. */
  static final class BadCode extends Exception {

    private static final long serialVersionUID = 1L;

    BadCode(String message) {
      super(message, null, false, false);
    }
  }

  private static String ofNumber(Cell cell) throws BadCode {
    String digits = cell.text();
    if (cell.shown() != null) {
      if (cell.shown().isEmpty()) {
        throw new BadCode("的数字格式使显示的与保存的不同，不知道哪个是编码" + TO_TEXT);
      }
      return allowed(CellText.normalised(cell.shown()));
    }
    if (!DIGITS.matcher(digits).matches()) {
      throw new BadCode("以数字保存，可能已不是原来的编码" + TO_TEXT);
    }
    if (digits.length() > DIGITS_KEPT) {
      throw new BadCode("以数字保存且超过15位，末尾的数字已经丢失" + TO_TEXT);
    }
    if (digits.length() >= DIGITS_SHOWN
        && digits.replaceFirst("0+$", "").length() <= DIGITS_OF_EXPONENT_FORM) {
      throw new BadCode("以数字保存，像是由科学计数法转来的，后面的数字可能已经丢失" + TO_TEXT);
    }
    return digits;
  }

  private static void refuseConverted(Cell.Kind kind, String code) throws BadCode {
    char first = code.charAt(0);
    if (first == '=') {
      throw new BadCode("是公式，请改为编码本身");
    }
    if (code.length() <= LONGEST_DAY && DAY.matcher(code).matches()) {
      throw new BadCode("已被表格软件改成日期，原来的编码已经丢失" + TO_TEXT);
    }
    if (first >= '0' && first <= '9' || first == '+' || first == '-') {
      refuseNumbers(kind, code);
    }
  }

  private static void refuseNumbers(Cell.Kind kind, String code) throws BadCode {
    if (EXPONENT.matcher(code).matches()) {
      throw new BadCode("是科学计数法，原来的编码已经丢失" + TO_TEXT);
    }
    if (DECIMAL.matcher(code).matches() || GROUPED.matcher(code).matches()) {
      throw new BadCode("已被表格软件当成数" + TO_TEXT);
    }
    if (kind == Cell.Kind.UNTYPED
        && code.length() > DIGITS_KEPT
        && DIGITS.matcher(code).matches()
        && code.substring(DIGITS_KEPT).matches("0+")) {
      throw new BadCode("超过15位且末尾全是0，像是被表格软件改过；确实如此的请写成 =\"" + code + "\"");
    }
  }

  private static String allowed(String code) throws BadCode {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!CellText.isCommon(c) && (CellText.isInvisible(c) || isMark(c))) {
        throw new BadCode("含有看不见的字符（第%d个，U+%04X），请删去后重新填写".formatted(i + 1, (int) c));
      }
    }
    boolean clean =
        !code.isEmpty() && code.length() <= LONGEST && code.chars().allMatch(CodeText::isAllowed);
    if (!clean || code.chars().allMatch(c -> c == '.')) {
      throw new BadCode("不是有效的编码，应为1到64个字符，不含空格和 / \\ ? # %");
    }
    return code;
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isAllowed(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isSurrogate((char) c)
        && "/\\?#%".indexOf(c) < 0;
  }
}
