package org.liangpai.keys;

/** The columns whose values are sealed. */
public enum SealedColumn {
  SECOND_FACTOR("account", "totp_secret"),
  ROBOT_ADDRESS("notice_robot", "url"),
  ROBOT_SECRET("notice_robot", "secret");

  private final String table;
  private final String column;

  SealedColumn(String table, String column) {
    this.table = table;
    this.column = column;
  }

  String table() {
    return table;
  }

  String column() {
    return column;
  }

  /** A value belongs to its place, and cannot be moved to another row or column. */
  String place(long row) {
    return table + '.' + column + '.' + row;
  }
}
