package org.liangpai.warninglist;

/** The files of a warning list are not valid; the message says in Chinese where and why. */
public final class WarningListRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String item;
  private final String key;

  /** A refusal of a whole file, which has no line. */
  WarningListRefused(String file, String reason) {
    this(file, 0, "", "", reason);
  }

  /** A refusal of one place; line 0, an empty item or an empty key are left out of the message. */
  WarningListRefused(String file, int line, String item, String key, String reason) {
    super(
        "预警清单 "
            + file
            + (line > 0 ? " 第" + line + "行" : "")
            + (item.isEmpty() ? "" : " " + item)
            + (key.isEmpty() ? "" : " " + key)
            + "："
            + reason);
    this.file = file;
    this.line = line;
    this.item = item;
    this.key = key;
  }

  /** The name of the file. */
  public String file() {
    return file;
  }

  /** The line, counted from 1; 0 if the whole file is meant. */
  public int line() {
    return line;
  }

  /** The code of the item, or an empty text. */
  public String item() {
    return item;
  }

  /** The path of keys to the value, or an empty text. */
  public String key() {
    return key;
  }
}
