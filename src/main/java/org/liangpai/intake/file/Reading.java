package org.liangpai.intake.file;

/** How Chinese the text is that an encoding makes of a file. */
final class Reading {

  /** Two bytes of GB18030 read as UTF-8 give characters below; Chinese ones lie above. */
  private static final char FIRST_OF_THREE_BYTES = '\u0800';

  private long chinese;
  private long strange;

  void add(char[] text, int count) {
    for (int i = 0; i < count; i++) {
      char c = text[i];
      if (c >= FIRST_OF_THREE_BYTES) {
        chinese++;
      } else if (c > '\u007F' && c != '×') {
        strange++;
      }
    }
  }

  /** Whether characters that no Chinese table is made of outweigh the others. */
  boolean isDoubtful() {
    return strange > chinese;
  }

  /** Whether another encoding gave fewer Chinese characters, and this one hardly anything else. */
  boolean isMoreChineseThan(Reading other) {
    return chinese > other.chinese && strange <= chinese;
  }
}
