package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Takes up suspended cards again on the day after the end, and tells of the end before. */
@ApplicationScoped
public class EndingSuspensions {

  private static final String PLACES =
      """
      JOIN card c ON c.number = %s
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      JOIN unit k ON k.unit_code = u.committee_code
      """;

  /** The row that is changed decides: a second one that comes at the same time finds nothing. */
  private static final String END =
      """
      WITH due AS (
          SELECT number, suspended_until FROM card
          WHERE suspended_until < :today AND status NOT IN ('CLEARED', 'WITHDRAWN') FOR UPDATE),
      resumed AS (
          UPDATE card SET suspended_until = NULL, version = card.version + 1
          FROM due WHERE card.number = due.number AND card.suspended_until < :today
          RETURNING card.number, card.level, card.status, due.suspended_until),
      ended AS (
          UPDATE concession k SET status = 'ENDED', ended_on = :today, version = k.version + 1
          FROM resumed WHERE k.card_number = resumed.number AND k.kind = 'SUSPENSION' AND k.status = 'GRANTED'),
      kept AS (
          INSERT INTO card_event (card_number, at, acted_on, actor, act, reason, level, status)
          SELECT number, :at, :today, :actor, :act, '挂账至' || suspended_until || '，挂账期满，今日起照常催办', level, status
          FROM resumed)
      SELECT c.number, resumed.suspended_until, c.branch_code, k.path FROM resumed %s ORDER BY c.number
      """
          .formatted(PLACES.formatted("resumed.number"));

  private static final String ENDING =
      """
      SELECT c.number, c.suspended_until, c.branch_code, k.path
      FROM (SELECT number FROM card WHERE suspended_until BETWEEN :today AND :soon
          AND status NOT IN ('CLEARED', 'WITHDRAWN')) AS soon %s ORDER BY c.number
      """
          .formatted(PLACES.formatted("soon.number"));

  /** A suspended card and where it is told of. */
  private record Suspended(String number, LocalDate until, CardDesks desks) {

    static Suspended of(ResultSet row) throws SQLException {
      List<String> upward = new ArrayList<>(Arrays.asList((String[]) row.getArray(4).getArray()));
      Collections.reverse(upward);
      return new Suspended(
          row.getString(1),
          row.getObject(2, LocalDate.class),
          CardDesks.of(row.getString(3), upward));
    }

    Notice notice(String what, String told) {
      return new Notice(
          number + " " + what + " " + until,
          NoticeKind.DEADLINE,
          "亮牌 " + number + "：" + told,
          "亮牌 " + number + " 挂账至" + until + "，" + told + "，请按期整改。",
          Card.pageOf(number),
          List.of(desks.holder(), desks.verifier()));
    }
  }

  private final Transactions transactions;
  private final Notifying notifying;
  private final Auditing auditing;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final CurrentViewer viewer;
  private final Clock clock;

  EndingSuspensions(
      Transactions transactions,
      Notifying notifying,
      Auditing auditing,
      Catalogue catalogue,
      WorkingCalendar calendar,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.notifying = notifying;
    this.auditing = auditing;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** Does what is due today; gives how many suspensions ended. */
  public int endDue() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    return transactions.call(connection -> endDue(connection, today));
  }

  private int endDue(Connection connection, LocalDate today) throws SQLException {
    int days = catalogue.list().concession().suspensionNoticeWorkingDays();
    List<Notice> notices = new ArrayList<>();
    NamedStatement.of(ENDING)
        .with("today", today)
        .with("soon", calendar.plusWorkingDays(today, days).day())
        .list(connection, Suspended::of)
        .forEach(one -> notices.add(one.notice("SUSPENSION_ENDING", "挂账即将结束")));
    List<Suspended> ended =
        NamedStatement.of(END)
            .with("today", today)
            .with("at", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
            .with("actor", viewer.account())
            .with("act", CardAct.SUSPENSION_ENDED.name())
            .list(connection, Suspended::of);
    ended.forEach(one -> notices.add(one.notice("SUSPENSION_ENDED", "挂账已结束")));
    notifying.tell(connection, notices);
    auditing.record(
        connection,
        ended.stream()
            .map(one -> Entry.of(Act.SUSPENSION_ENDED, ObjectKind.CARD, one.number()))
            .toList());
    return ended.size();
  }
}
