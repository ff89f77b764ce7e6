package org.liangpai.intake.merge;

import java.sql.SQLException;
import org.liangpai.dictionary.Table;

/** A branch files and meets between the day of its founding and that of its dissolution. */
final class LifeCheck {

  private static final String BRANCH = "JOIN branch b ON b.branch_code = s.branch_code";
  private static final String WHOSE = "'支部“' || s.branch_code || '”在' || ";

  private final Session session;

  LifeCheck(Session session) {
    this.session = session;
  }

  void run() throws SQLException {
    reject(
        Table.RECORDS,
        "month",
        "s.month + INTERVAL '1 month' <= b.founded_on",
        "b.founded_on || '才成立，不应有' || to_char(s.month, 'YYYY-MM') || '的纪实，请核对支部编码和月份'");
    reject(
        Table.RECORDS,
        "month",
        "s.month > b.dissolved_on",
        "b.dissolved_on || '已撤销，不应有' || to_char(s.month, 'YYYY-MM') || '的纪实，请核对支部编码和月份'");
    reject(
        Table.MEETINGS,
        "heldOn",
        "s.held_on < b.founded_on",
        "b.founded_on || '才成立，' || s.held_on || '不应有会议活动，请核对召开日期'");
    reject(
        Table.MEETINGS,
        "heldOn",
        "s.held_on > b.dissolved_on",
        "b.dissolved_on || '已撤销，' || s.held_on || '不应有会议活动，请核对召开日期'");
  }

  /** Records that were filed before the roster learnt of founding or dissolution stay on file. */
  void remarkOnFile(Remarks remarks) throws SQLException {
    for (String told :
        session.texts(
            """
            SELECT '支部“' || b.branch_code || '”改了成立或撤销日期后，' || to_char(r.month, 'YYYY-MM')
              || '的纪实不在支部存续期间，请核对'
            FROM changed_branch c JOIN branch b ON b.branch_code = c.branch_code
            JOIN monthly_record r ON r.branch_code = b.branch_code
            WHERE c.version > 1 AND (r.month + INTERVAL '1 month' <= b.founded_on OR r.month > b.dissolved_on)
            ORDER BY b.branch_code, r.month
            """)) {
      remarks.add(told);
    }
  }

  private void reject(Table table, String field, String condition, String message)
      throws SQLException {
    session.run(Stage.reject(table, field, BRANCH, condition, WHOSE + message));
  }
}
