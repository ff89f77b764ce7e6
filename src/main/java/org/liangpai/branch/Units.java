package org.liangpai.branch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** The hierarchy on file, as far as the viewer's scope goes. */
@ApplicationScoped
public class Units {

  private static final String SELECT =
      "SELECT u.unit_code, u.unit_name, u.level, u.parent_code, u.path, %s, u.committee_code FROM unit u "
          .formatted(UnitPath.names("u.path"));

  private final Transactions transactions;
  private final CurrentViewer viewer;

  Units(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /** Units in the order of their codes, those after the given one. */
  public Page<UnitView> list(String after, int limit) {
    Scope scope = scope();
    String sql =
        SELECT
            + "WHERE u.unit_code > :after"
            + scope.condition("u.path")
            + " ORDER BY u.unit_code LIMIT :limit";
    List<UnitView> units =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql))
                    .with("after", after)
                    .with("limit", Page.read(limit))
                    .list(connection, Units::view));
    return Page.of(units, limit, UnitView::unitCode);
  }

  /** Whether there is a unit of this code. */
  public boolean exists(String unitCode) {
    Scope scope = scope();
    String sql = "SELECT 1 FROM unit u WHERE u.unit_code = :code" + scope.condition("u.path");
    return transactions.call(
        connection ->
            !scope
                .bind(NamedStatement.of(sql))
                .with("code", unitCode)
                .list(connection, row -> row.getInt(1))
                .isEmpty());
  }

  /**
   * Passes on the code of a unit.
   *
   * @throws NotFound if there is no such unit
   */
  public String existing(String unitCode) {
    if (!exists(unitCode)) {
      throw new NotFound("党组织", unitCode);
    }
    return unitCode;
  }

  /** Whoever assigns posts, at any unit, reads the names of all; the database allows it them. */
  private Scope scope() {
    return viewer.viewer().is(Role.SECURITY) ? Scope.WHOLE : viewer.scope();
  }

  private static UnitView view(ResultSet row) throws SQLException {
    return new UnitView(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        List.of((String[]) row.getArray(5).getArray()),
        List.of((String[]) row.getArray(6).getArray()),
        row.getString(7));
  }
}
