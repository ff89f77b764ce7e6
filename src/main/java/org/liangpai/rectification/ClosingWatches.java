package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardChanged;
import org.liangpai.card.HolderKind;
import org.liangpai.card.WatchOutcome;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.NamedStatement;

/**
 * Closes the watches that ran out without a relapse, for good.
 *
 * <p>A watch is over on the day after its last one. Where a finding of a cleared item, for a later
 * month, from within the watch still waits for its decision, the watch stays open until the
 * decision, and where it is confirmed until it is on a card, which waits for the other findings of
 * the branch and month: then it is a relapse; otherwise the watch closes on the next day. What a
 * sweep finds only after the last day does not count, also where the month that it judges lies
 * partly within the watch; such a finding makes a card that starts one level higher, as every
 * relapse of a year does.
 */
@ApplicationScoped
public class ClosingWatches {

  private static final String SQL =
      """
      WITH over AS (
        SELECT c.number FROM card c
        WHERE c.status = 'CLEARED' AND c.watch_outcome IS NULL AND c.watch_until < :today
            AND NOT EXISTS (
              SELECT FROM card_line l
              JOIN finding f ON f.branch_code = l.branch_code AND f.item = l.item
              WHERE l.card_number = c.number AND l.stage = 'CLEARED'
                  AND f.carded AND (f.status = 'PENDING' OR f.status = 'CONFIRMED'
                      AND NOT EXISTS (SELECT FROM card_observation o WHERE o.finding_id = f.id))
                  AND f.month > (SELECT max(seen.month) FROM card_observation o
                      JOIN finding seen ON seen.id = o.finding_id WHERE o.card_line_id = l.id)
                  AND CAST(f.found_at AT TIME ZONE :zone AS date) BETWEEN c.cleared_on AND c.watch_until)
        ORDER BY c.number FOR UPDATE OF c SKIP LOCKED),
      closed AS (
        UPDATE card SET watch_outcome = 'CLOSED', version = version + 1 FROM over
        WHERE card.number = over.number
        RETURNING card.number, card.holder_kind, coalesce(card.branch_code, card.unit_code) AS holder_code,
            card.level, card.status),
      kept AS (
        INSERT INTO card_event (card_number, at, acted_on, actor, act, level, status)
        SELECT number, :at, :today, :actor, 'WATCH_CLOSED', level, status FROM closed)
      SELECT number, holder_kind, holder_code FROM closed ORDER BY number
      """;

  private record Closed(String number, Addressee holder) {}

  private final DataSource dataSource;
  private final Auditing auditing;
  private final Notifying notifying;
  private final Event<CardChanged> changed;
  private final CurrentViewer viewer;
  private final Clock clock;

  ClosingWatches(
      DataSource dataSource,
      Auditing auditing,
      Notifying notifying,
      Event<CardChanged> changed,
      CurrentViewer viewer,
      Clock clock) {
    this.dataSource = dataSource;
    this.auditing = auditing;
    this.notifying = notifying;
    this.changed = changed;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Closes what ran out until yesterday. Again, or by two at once, it closes nothing twice.
   *
   * @return the numbers of the cards
   */
  @Transactional
  public List<String> close() {
    List<Closed> closed;
    try (Connection connection = dataSource.getConnection()) {
      closed =
          NamedStatement.of(SQL)
              .with("today", LocalDate.now(clock))
              .with("zone", ClockProducer.ZONE.getId())
              .with("at", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
              .with("actor", viewer.account())
              .list(connection, ClosingWatches::closed);
      auditing.record(connection, closed.stream().map(ClosingWatches::entry).toList());
      notifying.tell(connection, closed.stream().map(ClosingWatches::notice).toList());
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
    List<String> numbers = closed.stream().map(Closed::number).toList();
    numbers.forEach(number -> changed.fire(new CardChanged(number, CardAct.WATCH_CLOSED)));
    return numbers;
  }

  private static Closed closed(ResultSet row) throws SQLException {
    String code = row.getString("holder_code");
    return new Closed(
        row.getString("number"),
        HolderKind.valueOf(row.getString("holder_kind")) == HolderKind.BRANCH
            ? Addressee.secretary(code)
            : Addressee.office(code));
  }

  private static Entry entry(Closed card) {
    return Entry.of(Act.WATCH_ENDED, ObjectKind.CARD, card.number())
        .now(Map.of("outcome", WatchOutcome.CLOSED));
  }

  private static Notice notice(Closed card) {
    return new Notice(
        card.number() + " WATCH_CLOSED",
        NoticeKind.RECTIFICATION,
        "回头看期满：" + card.number(),
        "回头看期内没有再犯，亮牌 " + card.number() + " 已办结。",
        Card.pageOf(card.number()),
        List.of(card.holder()));
  }
}
