package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;

/**
 * Tells the unit that sees both sides that one of them filed a code which the other uses; the filer
 * is told only that it cannot be used.
 */
@ApplicationScoped
class TellingOfSharedCodes {

  private static final int MOST_NAMED = 10;

  private final Notifying notifying;

  TellingOfSharedCodes(Notifying notifying) {
    this.notifying = notifying;
  }

  /** Tells of codes once a day, within the transaction of the import. */
  void tell(Connection connection, List<String> codes, Scope filer, String account, LocalDate today)
      throws SQLException {
    if (codes.isEmpty()) {
      return;
    }
    Map<String, Map<String, String>> bySeer = new TreeMap<>();
    NamedStatement.of(
            """
            SELECT seen_by, branch_code, used_by
            FROM branch_codes_seen_by_both(CAST(:codes AS text[]), CAST(:units AS text[]))
            """)
        .with("codes", codes.toArray(String[]::new))
        .with("units", filer.units().toArray(String[]::new))
        .each(
            connection,
            row ->
                bySeer
                    .computeIfAbsent(row.getString(1), first -> new TreeMap<>())
                    .put(row.getString(2), row.getString(3)));
    notifying.tell(
        connection,
        bySeer.entrySet().stream()
            .map(seer -> notice(seer.getKey(), seer.getValue(), account, today))
            .toList());
  }

  private static Notice notice(
      String seer, Map<String, String> usedBy, String account, LocalDate today) {
    String named =
        usedBy.entrySet().stream()
            .limit(MOST_NAMED)
            .map(one -> "“" + one.getKey() + "”（" + one.getValue() + "）")
            .collect(Collectors.joining("、", "", usedBy.size() > MOST_NAMED ? "等" : ""));
    String first = usedBy.keySet().iterator().next();
    return new Notice(
        "SHARED_CODES %s %s %s %08x".formatted(seer, account, today, usedBy.hashCode()),
        NoticeKind.INTAKE,
        "有" + usedBy.size() + "个支部编码被两处使用",
        "账号“%s”导入支部名册时用了别处已有的支部编码：%s。这些行没有导入，对方看不到是谁在用；请核对哪一方有误，并告诉填报的单位。"
            .formatted(account, named),
        "/branches/" + first,
        List.of(Addressee.office(seer)));
  }
}
