package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardSides;
import org.liangpai.card.HolderKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Reads the requests of the viewer's scope, the newest first. */
@ApplicationScoped
public class ListingConcessions {

  private static final int OF_ONE_CARD = 100;

  private static final String SELECT =
      """
      SELECT k.id, k.kind, k.status, k.card_number, c.level, c.holder_kind, c.branch_code, u.path,
          coalesce(b.branch_name, u.unit_name) AS holder_name, %s AS holder_path,
          k.asked_at, k.asked_by, k.reason, k.working_days, k.until_on, k.granted_working_days,
          k.decided_at, k.decided_by, k.decision_reason,
          ARRAY(SELECT l.item FROM concession_line kl JOIN card_line l ON l.id = kl.card_line_id
              WHERE kl.concession_id = k.id ORDER BY l.item) AS items,
          c.issued_by || ARRAY(SELECT DISTINCT f.decided_by FROM card_line l
              JOIN card_observation o ON o.card_line_id = l.id JOIN finding f ON f.id = o.finding_id
              WHERE l.card_number = c.number AND f.decided_by IS NOT NULL) AS verified_by,
          ARRAY(SELECT DISTINCT l.branch_code FROM card_line l WHERE l.card_number = c.number AND l.open) AS concerned
      FROM concession k JOIN card c ON c.number = k.card_number
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      """
          .formatted(UnitPath.text("u.path"));

  private final Transactions transactions;
  private final CardParties parties;
  private final CurrentViewer viewer;

  ListingConcessions(Transactions transactions, CardParties parties, CurrentViewer viewer) {
    this.transactions = transactions;
    this.parties = parties;
    this.viewer = viewer;
  }

  /** The requests before an id, at most so many. */
  public Page<ConcessionView> list(ConcessionFilter filter, long before, int limit) {
    Scope scope = viewer.scope();
    StringBuilder where = new StringBuilder("WHERE k.id < :before");
    filter.unit().ifPresent(unit -> where.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    filter.card().ifPresent(card -> where.append(" AND k.card_number = :card"));
    filter.kind().ifPresent(kind -> where.append(" AND k.kind = :kind"));
    filter.status().ifPresent(status -> where.append(" AND k.status = :status"));
    if (filter.forViewer()) {
      where.append(" AND k.status = 'ASKED'");
    }
    where.append(scope.condition("u.path", "c.branch_code")).append(" ORDER BY k.id DESC");
    // Who may decide is known of each row only; of those that wait there are never many.
    if (!filter.forViewer()) {
      where.append(" LIMIT :limit");
    }
    List<ConcessionView> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(SELECT + where))
                    .with("before", before == 0 ? Long.MAX_VALUE : before)
                    .with("unit", filter.unit().orElse(null))
                    .with("card", filter.card().orElse(null))
                    .with("kind", filter.kind().map(Enum::name).orElse(null))
                    .with("status", filter.status().map(Enum::name).orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, this::view));
    List<ConcessionView> wanted =
        read.stream()
            .filter(one -> !filter.forViewer() || one.mayDecide())
            .limit(Page.read(limit))
            .toList();
    return Page.of(wanted, limit, ConcessionView::id);
  }

  /** All requests on one card, the newest first. */
  public List<ConcessionView> ofCard(String number) {
    return list(
            new ConcessionFilter(
                Optional.empty(), Optional.of(number), Optional.empty(), Optional.empty(), false),
            0,
            OF_ONE_CARD)
        .items();
  }

  private ConcessionView view(ResultSet row) throws SQLException {
    ConcessionKind kind = ConcessionKind.valueOf(row.getString("kind"));
    ConcessionStatus status = ConcessionStatus.valueOf(row.getString("status"));
    CardSides sides =
        parties.of(
            HolderKind.valueOf(row.getString("holder_kind")),
            row.getString("branch_code"),
            strings(row, "path"),
            strings(row, "concerned"));
    boolean waits = status == ConcessionStatus.ASKED;
    return new ConcessionView(
        row.getLong("id"),
        kind,
        status,
        row.getString("card_number"),
        row.getString("level"),
        row.getString("holder_name"),
        row.getString("holder_path"),
        LocalTimes.at(row, "asked_at"),
        row.getString("asked_by"),
        row.getString("reason"),
        row.getObject("working_days", Integer.class),
        row.getObject("until_on", LocalDate.class),
        strings(row, "items"),
        row.getObject("granted_working_days", Integer.class),
        LocalTimes.at(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("decision_reason"),
        waits ? turn(kind) : "",
        waits && mayDecide(kind, sides, row));
  }

  private static String turn(ConcessionKind kind) {
    return kind == ConcessionKind.EXTENSION ? "等核实单位审批" : "等核实单位的上级审批";
  }

  private boolean mayDecide(ConcessionKind kind, CardSides sides, ResultSet row)
      throws SQLException {
    String account = viewer.account();
    if (account.equals(row.getString("asked_by"))) {
      return false;
    }
    return switch (kind) {
      case EXTENSION -> sides.verifier() && viewer.viewer().may(Permissions.ACCEPT_RECTIFICATION);
      case SUSPENSION -> sides.above() && viewer.viewer().may(Permissions.OVERSEE_CARDS);
      case OBJECTION ->
          sides.above()
              && viewer.viewer().may(Permissions.OVERSEE_CARDS)
              && !strings(row, "verified_by").contains(account);
    };
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
