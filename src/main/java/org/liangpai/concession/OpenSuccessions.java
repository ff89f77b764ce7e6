package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.shared.PathSegment;
import org.liangpai.shared.Transactions;

/** The dissolved branches of which something is still open. */
@ApplicationScoped
public class OpenSuccessions {

  /** What a dissolved branch left although its successor, if any, is known. */
  record Left(String branch, String successor, String reason) {}

  /**
   * What was decided on a dissolved branch.
   *
   * @param successor or {@code null} if nobody goes on
   */
  public record Decision(String successor, String reason) {}

  /** A dissolved branch about which somebody has to decide. */
  public record Waiting(
      String branchCode,
      String branchName,
      String path,
      LocalDate dissolvedOn,
      int cards,
      String committee) {}

  private static final String OPEN =
      """
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      LEFT JOIN branch_succession s ON s.branch_code = b.branch_code
      WHERE b.dissolved_on <= :today AND EXISTS (
          SELECT FROM card_line l WHERE l.branch_code = b.branch_code AND l.open)
      """;

  private static final String DECIDED =
      "SELECT successor_code, reason FROM branch_succession WHERE branch_code = :branch";

  private static final String WAITING =
      """
      SELECT b.branch_code, b.branch_name, %s, b.dissolved_on, (
          SELECT count(DISTINCT l.card_number) FROM card_line l WHERE l.branch_code = b.branch_code AND l.open),
          u.committee_code %s AND s.branch_code IS NULL
      """
          .formatted(UnitPath.text("u.path"), OPEN);

  private final DataSource dataSource;
  private final Transactions transactions;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  OpenSuccessions(
      DataSource dataSource,
      Transactions transactions,
      Notifying notifying,
      CurrentViewer viewer,
      Clock clock) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.notifying = notifying;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** What was decided on a branch of the viewer's scope, if anything was. */
  public Optional<Decision> decision(String branch) {
    return transactions
        .call(
            connection ->
                NamedStatement.of(DECIDED)
                    .with("branch", branch)
                    .list(connection, row -> new Decision(row.getString(1), row.getString(2))))
        .stream()
        .findFirst();
  }

  /** Those of the viewer's scope after a code, about which somebody has to decide. */
  public Page<Waiting> list(String after, int limit) {
    Scope scope = viewer.scope();
    String sql =
        WAITING
            + scope.condition("u.path", "b.branch_code")
            + " AND b.branch_code > :after ORDER BY b.branch_code LIMIT :limit";
    return Page.of(
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql))
                    .with("today", today())
                    .with("after", after)
                    .with("limit", Page.read(limit))
                    .list(connection, OpenSuccessions::waiting)),
        limit,
        Waiting::branchCode);
  }

  /** Tells the committees of those about which nobody decided, of each branch once. */
  void tell() {
    onConnection(
        connection ->
            notifying.tell(
                connection,
                NamedStatement.of(WAITING + " ORDER BY b.branch_code")
                    .with("today", today())
                    .list(connection, row -> notice(waiting(row)))));
  }

  /** What is open although the successor is known. */
  List<Left> decided() {
    return onConnection(
        connection ->
            NamedStatement.of(
                    "SELECT b.branch_code, s.successor_code, s.reason "
                        + OPEN
                        + " AND s.branch_code IS NOT NULL ORDER BY b.branch_code")
                .with("today", today())
                .list(
                    connection,
                    row -> new Left(row.getString(1), row.getString(2), row.getString(3))));
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getInt(5),
        row.getString(6));
  }

  private static Notice notice(Waiting one) {
    String code = PathSegment.of(one.branchCode());
    return new Notice(
        one.branchCode() + " DISSOLVED " + one.dissolvedOn(),
        NoticeKind.DECISION,
        one.branchName() + "已撤销，尚有" + one.cards() + "张牌未了结",
        one.branchName() + "已于" + one.dissolvedOn() + "撤销，请确定承接支部，或写明理由后了结。",
        "/branches/" + code + "/succession",
        List.of(Addressee.office(one.committee())));
  }

  /** In the transaction that is under way. */
  private <T> T onConnection(Transactions.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
