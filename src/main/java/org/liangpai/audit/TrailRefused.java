package org.liangpai.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import org.liangpai.shared.Refusal;

/** The trail is not archived or purged in its present state. */
public final class TrailRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private TrailRefused(String code, String message) {
    super(code, message);
  }

  static TrailRefused monthNotOver(YearMonth month) {
    return new TrailRefused("audit-month-not-over", month + "还没有结束，不能归档");
  }

  static TrailRefused nothingToArchive(YearMonth month) {
    return new TrailRefused("audit-month-empty", month + "没有可归档的审计记录");
  }

  static TrailRefused archiveEarlierFirst(YearMonth month, YearMonth earlier) {
    return new TrailRefused(
        "audit-earlier-month-not-archived", "归档要按月份顺序：归档%s之前，请先归档%s".formatted(month, earlier));
  }

  static TrailRefused notArchived(YearMonth month) {
    return new TrailRefused("audit-not-archived", month + "还没有归档，不能清理");
  }

  static TrailRefused purgeEarlierFirst(YearMonth month, YearMonth earlier) {
    return new TrailRefused(
        "audit-earlier-month-not-purged", "清理要按月份顺序：清理%s之前，请先清理%s".formatted(month, earlier));
  }

  static TrailRefused tooYoung(YearMonth month, LocalDate from) {
    return new TrailRefused(
        "audit-too-young", "审计记录至少保存180天：%s的记录从%s起才可以清理".formatted(month, from));
  }

  static TrailRefused archiveUnreadable(YearMonth month, String file) {
    return new TrailRefused(
        "audit-archive-unreadable", "%s的归档文件 %s 不在或被改动过，不能清理".formatted(month, file));
  }
}
