package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/**
 * The inbox of the viewer: what is addressed to the posts that they hold today, and to themselves.
 * The notices belong to the posts, so they are there for the next holder; that they were read is
 * told for each account.
 */
@ApplicationScoped
public class Inbox {

  /** How many unread notices are counted at most. */
  public static final int MOST_COUNTED = 100;

  private static final String MINE =
      """
      FROM notice n
      JOIN LATERAL (
          SELECT array_agg(DISTINCT mine.label || coalesce('（' || coalesce(b.branch_name, u.unit_name) || '）', ''))
              AS labels
          FROM notice_addressee a
          JOIN desks mine ON mine.desk = a.desk AND mine.code = a.code
          LEFT JOIN branch b ON b.branch_code = a.code AND a.desk <> 'ACCOUNT'
          LEFT JOIN unit u ON u.unit_code = a.code AND a.desk <> 'ACCOUNT'
          WHERE a.notice_id = n.id) AS addressed ON addressed.labels IS NOT NULL
      LEFT JOIN notice_reading r ON r.notice_id = n.id AND r.account = :account
      WHERE n.id IN (SELECT a.notice_id FROM notice_addressee a
          JOIN desks mine ON mine.desk = a.desk AND mine.code = a.code)
      """;

  private static final String UNREAD =
      """
      SELECT DISTINCT a.notice_id AS id FROM notice_addressee a
      JOIN desks mine ON mine.desk = a.desk AND mine.code = a.code
      WHERE NOT EXISTS (SELECT FROM notice_reading r WHERE r.notice_id = a.notice_id AND r.account = :account)
      """;

  private final Transactions transactions;
  private final CurrentViewer current;
  private final Clock clock;

  Inbox(Transactions transactions, CurrentViewer current, Clock clock) {
    this.transactions = transactions;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Notices, the latest first.
   *
   * @param read only those that were read, or were not; both if it is empty
   * @param before the id of the last notice of the page before, or 0
   */
  public Page<NoticeView> list(Optional<Boolean> read, long before, int limit) {
    String which =
        read.map(one -> one ? " AND r.read_at IS NOT NULL" : " AND r.read_at IS NULL").orElse("");
    String sql =
        "SELECT n.id, n.kind, n.title, n.body, n.link, n.at, addressed.labels, r.read_at "
            + MINE
            + which
            + " AND (:before = 0 OR n.id < :before) ORDER BY n.id DESC LIMIT :limit";
    List<NoticeView> found =
        reading(
            (connection, desks) ->
                desks
                    .statement(sql)
                    .with("before", before)
                    .with("limit", Page.read(limit))
                    .list(connection, Inbox::view));
    return Page.of(found, limit, NoticeView::id);
  }

  /** One notice; one that is not addressed to the viewer is {@link NotFound}. */
  public NoticeView get(long id) {
    String sql =
        "SELECT n.id, n.kind, n.title, n.body, n.link, n.at, addressed.labels, r.read_at "
            + MINE
            + " AND n.id = :id";
    return reading(
            (connection, desks) ->
                desks.statement(sql).with("id", id).list(connection, Inbox::view))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("通知", id));
  }

  /** How many notices are unread, counted up to {@link #MOST_COUNTED}. */
  public int unread() {
    return reading(
        (connection, desks) ->
            desks
                .statement("SELECT count(*) FROM (" + UNREAD + " LIMIT :most) AS unread")
                .with("most", MOST_COUNTED)
                .list(connection, row -> row.getInt(1))
                .get(0));
  }

  /** Marks a notice as read, and gives it. Reading it again changes nothing. */
  public NoticeView read(long id) {
    NoticeView notice = get(id);
    reading(
        (connection, desks) ->
            desks
                .statement(
                    "INSERT INTO notice_reading SELECT :account, :id, :now ON CONFLICT DO NOTHING")
                .with("id", id)
                .with("now", now())
                .execute(connection));
    return notice;
  }

  /**
   * Marks all notices from one to another as read: what nobody was shown stays unread. Gives how
   * many were not read before.
   *
   * @param from the id of the first, or 0
   * @param upTo the id of the last, or 0 for the latest
   */
  public int readAll(long from, long upTo) {
    return reading(
        (connection, desks) ->
            desks
                .statement(
                    "INSERT INTO notice_reading SELECT :account, unread.id, :now FROM ("
                        + UNREAD
                        + " AND a.notice_id >= :from AND (:upTo = 0 OR a.notice_id <= :upTo)) AS unread"
                        + " ON CONFLICT DO NOTHING")
                .with("from", from)
                .with("upTo", upTo)
                .with("now", now())
                .execute(connection));
  }

  private interface Reading<T> {
    T on(Connection connection, Desks desks) throws SQLException;
  }

  /** The route asks for no permission and so gives no scope; a post may read at its own place. */
  private <T> T reading(Reading<T> work) {
    Viewer viewer = current.viewer();
    Scope scope = Scope.union(viewer.posts().stream().map(HeldPost::scope).toList());
    return current.as(
        viewer,
        scope,
        () -> transactions.call(connection -> work.on(connection, desks(connection, viewer))));
  }

  private Desks desks(Connection connection, Viewer viewer) throws SQLException {
    Desks desks = Desks.of(viewer);
    if (desks.hasAssignable()) {
      desks.addAssigned(connection, LocalDate.now(clock));
    }
    return desks;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private static NoticeView view(ResultSet row) throws SQLException {
    NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
    return new NoticeView(
        row.getLong("id"),
        kind,
        kind.label(),
        row.getString("title"),
        row.getString("body"),
        row.getString("link"),
        LocalTimes.at(row, "at"),
        List.copyOf(Set.of((String[]) row.getArray("labels").getArray())),
        LocalTimes.at(row, "read_at"));
  }
}
