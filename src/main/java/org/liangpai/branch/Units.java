package org.liangpai.branch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.liangpai.shared.Page;

/** The hierarchy on file. */
@ApplicationScoped
public class Units {

  private final DataSource database;

  Units(DataSource database) {
    this.database = database;
  }

  /** Units in the order of their codes, those after the given one. */
  public Page<UnitView> list(String after, int limit) {
    String sql =
        """
        SELECT u.unit_code, u.unit_name, u.level, u.parent_code, u.path,
          ARRAY(SELECT p.unit_name FROM unnest(u.path) WITH ORDINALITY a(code, i)
            JOIN unit p ON p.unit_code = a.code ORDER BY a.i),
          u.committee_code
        FROM unit u WHERE u.unit_code > ? ORDER BY u.unit_code LIMIT ?
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, after);
      statement.setInt(2, Page.read(limit));
      try (ResultSet result = statement.executeQuery()) {
        List<UnitView> units = new ArrayList<>();
        while (result.next()) {
          units.add(
              new UnitView(
                  result.getString(1),
                  result.getString(2),
                  result.getString(3),
                  result.getString(4),
                  List.of((String[]) result.getArray(5).getArray()),
                  List.of((String[]) result.getArray(6).getArray()),
                  result.getString(7)));
        }
        return Page.of(units, limit, UnitView::unitCode);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Whether there is a unit of this code. */
  public boolean exists(String unitCode) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM unit WHERE unit_code = ?")) {
      statement.setString(1, unitCode);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
