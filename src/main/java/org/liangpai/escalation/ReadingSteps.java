package org.liangpai.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Scope;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Rung;

/**
 * Reads the steps of the ladder in the viewer's scope. The database leaves out for whom a proposed
 * interview is not meant.
 */
@ApplicationScoped
public class ReadingSteps {

  private static final String SELECT =
      """
      SELECT s.*, v.unit_name, coalesce(b.branch_name, u.unit_name) AS holder_name
      FROM escalation_step s
      JOIN unit v ON v.unit_code = s.unit_code
      LEFT JOIN card c ON c.number = s.card_number
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code, s.unit_code)
      WHERE true
      """;

  private final Transactions transactions;
  private final Catalogue catalogue;
  private final CurrentViewer viewer;

  ReadingSteps(Transactions transactions, Catalogue catalogue, CurrentViewer viewer) {
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.viewer = viewer;
  }

  /**
   * The steps before an id, the newest first, at most so many.
   *
   * @param before an id, or 0 for the newest
   */
  public Page<StepView> list(StepFilter filter, long before, int limit) {
    Scope scope = viewer.scope();
    StringBuilder where = new StringBuilder(before > 0 ? " AND s.id < :before" : "");
    filter.card().ifPresent(card -> where.append(" AND s.card_number = :card"));
    filter.unit().ifPresent(unit -> where.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    filter.rung().ifPresent(rung -> where.append(" AND s.rung = :rung"));
    String sql =
        SELECT
            + where
            + scope.condition("u.path", "c.branch_code")
            + " ORDER BY s.id DESC LIMIT :limit";
    List<StepView> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql))
                    .with("before", before)
                    .with("card", filter.card().orElse(null))
                    .with("unit", filter.unit().orElse(null))
                    .with("rung", filter.rung().map(Enum::name).orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, this::step));
    return Page.of(read, limit, StepView::id);
  }

  /**
   * What the ladder says of verifications that are not done, the latest month first, at most so
   * many.
   *
   * @param unit a unit and all below it
   */
  public List<VerificationLadder> verifications(Optional<String> unit, int limit) {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT o.*, u.unit_name FROM verification_outlook o JOIN unit u ON u.unit_code = o.unit_code
        WHERE o.state <> 'ENDED'
        """
            + (unit.isPresent() ? " AND u.path @> ARRAY[CAST(:unit AS text)]" : "")
            + scope.condition("u.path")
            + " ORDER BY o.month DESC, o.unit_code LIMIT :limit";
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("unit", unit.orElse(null))
                .with("limit", limit)
                .list(connection, this::verification));
  }

  /**
   * What the ladder says of a card; a missing card is {@link NotFound}. Whether an interview is to
   * be proposed, or was, is for those above the committee: to others the rest of the ladder is all
   * there is, and nothing changes when it is proposed.
   */
  public CardLadder ofCard(String number) {
    Scope scope = viewer.scope();
    String card =
        """
        SELECT d.*, trim_array(v.path, 1) AS above FROM card c
        LEFT JOIN escalation_decision d ON d.card_number = c.number
        LEFT JOIN branch b ON b.branch_code = c.branch_code
        JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
        JOIN unit v ON v.unit_code = coalesce(u.committee_code, u.unit_code)
        WHERE c.number = :card
        """
            + scope.condition("u.path", "c.branch_code");
    return transactions.call(
        connection -> {
          List<StepView> steps = steps(connection, number, scope);
          return scope
              .bind(NamedStatement.of(card))
              .with("card", number)
              .list(connection, row -> ladder(row, number, steps))
              .stream()
              .findFirst()
              .orElseThrow(() -> new NotFound("亮牌", number));
        });
  }

  private List<StepView> steps(Connection connection, String number, Scope scope)
      throws SQLException {
    return scope
        .bind(
            NamedStatement.of(
                SELECT
                    + " AND s.card_number = :card"
                    + scope.condition("u.path", "c.branch_code")
                    + " ORDER BY s.id"))
        .with("card", number)
        .list(connection, this::step);
  }

  private CardLadder ladder(ResultSet row, String number, List<StepView> steps)
      throws SQLException {
    String state = row.getString("state");
    String next = row.getString("next_rung");
    boolean isRestOfOthers =
        LadderState.ALL_TAKEN.name().equals(state)
            || Rung.Name.PROPOSE_INTERVIEW.name().equals(next);
    if (isRestOfOthers && !isAbove(row)) {
      return new CardLadder(
          number,
          LadderState.ALL_TAKEN.name(),
          LadderState.ALL_TAKEN.label(),
          null,
          null,
          null,
          "催办、通报都已办理，请按整改期限尽快完成整改并报告。",
          null,
          steps);
    }
    return new CardLadder(
        number,
        state,
        state == null ? null : LadderState.valueOf(state).label(),
        next,
        next == null ? null : label(next),
        row.getObject("next_on", LocalDate.class),
        row.getString("reason"),
        LocalTimes.at(row, "decided_at"),
        steps);
  }

  private VerificationLadder verification(ResultSet row) throws SQLException {
    LadderState state = LadderState.valueOf(row.getString("state"));
    String next = row.getString("next_rung");
    return new VerificationLadder(
        row.getString("unit_code"),
        row.getString("unit_name"),
        YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
        state.name(),
        state.label(),
        next,
        next == null ? null : label(next),
        row.getObject("next_on", LocalDate.class),
        row.getString("reason"),
        LocalTimes.at(row, "decided_at"));
  }

  private boolean isAbove(ResultSet row) throws SQLException {
    List<String> above = List.of((String[]) row.getArray("above").getArray());
    return viewer.viewer().scope(Permissions.READ_ACCOUNTABILITY).covers(above, null);
  }

  private StepView step(ResultSet row) throws SQLException {
    LocalDate month = row.getObject("month", LocalDate.class);
    String before = row.getString("level_before");
    boolean isRaised = before != null && !before.equals(row.getString("level_after"));
    return new StepView(
        row.getLong("id"),
        row.getString("rung"),
        label(row.getString("rung")) + (isRaised ? "，等级上调一级" : ""),
        row.getString("card_number"),
        row.getString("holder_name"),
        row.getString("unit_code"),
        row.getString("unit_name"),
        month == null ? null : YearMonth.from(month).toString(),
        row.getObject("anchor_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getObject("taken_on", LocalDate.class),
        LocalTimes.at(row, "taken_at"),
        row.getString("reason"),
        before,
        row.getString("level_after"));
  }

  private String label(String rung) {
    return catalogue.list().ladder().rung(Rung.Name.valueOf(rung)).label();
  }
}
