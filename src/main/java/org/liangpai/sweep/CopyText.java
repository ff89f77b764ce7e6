package org.liangpai.sweep;

/** Rows in the text form of PostgreSQL's COPY. */
final class CopyText {

  private final StringBuilder text = new StringBuilder();

  void row(Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      append(values[i]);
    }
    text.append('\n');
  }

  String text() {
    return text.toString();
  }

  private void append(Object value) {
    if (value == null) {
      text.append("\\N");
      return;
    }
    String plain = value.toString();
    for (int i = 0; i < plain.length(); i++) {
      char one = plain.charAt(i);
      switch (one) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(one);
      }
    }
  }
}
