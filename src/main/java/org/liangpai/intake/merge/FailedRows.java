package org.liangpai.intake.merge;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.RowText;
import org.liangpai.dictionary.Table;

/** The rejected rows of a merge as the texts of their cells, each with the reason. */
public final class FailedRows {

  private static final int FETCH = 500;
  private static final String WITH_OTHERS = "同一条纪实的其他行有错误，整条一并退回";

  /** Takes one failed row. */
  public interface Sink {
    void accept(List<String> cells, String reason) throws IOException;
  }

  private final Connection connection;

  FailedRows(Connection connection) {
    this.connection = connection;
  }

  /** Hands over the failed rows of a table in the order of the upload, by a cursor. */
  public void read(Table table, List<Choice> domains, Sink sink) throws SQLException, IOException {
    String sql =
        """
        SELECT f.reason, s.raw, %s FROM %s s
        LEFT JOIN (SELECT line, left(string_agg(message, '；' ORDER BY field), 2000) AS reason
          FROM stage_fault WHERE tab = %d GROUP BY line) f ON f.line = s.line
        WHERE s.rejected ORDER BY s.line
        """
            .formatted(RowColumns.list(table, "s."), Stage.of(table), table.ordinal());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          String reason = result.getString(1);
          sink.accept(cells(result, table, domains), reason == null ? WITH_OTHERS : reason);
        }
      }
    }
  }

  private static List<String> cells(ResultSet result, Table table, List<Choice> domains)
      throws SQLException {
    Array raw = result.getArray(2);
    if (raw != null) {
      return List.of((String[]) raw.getArray());
    }
    Row row = RowColumns.read(result, table, 3);
    List<String> cells = new ArrayList<>(table.fields().size());
    for (Field field : table.fields()) {
      String text = RowText.of(field, row.get(field.name()));
      cells.add(field.type() == FieldType.DOMAIN ? label(text, domains) : text);
    }
    return cells;
  }

  private static String label(String code, List<Choice> domains) {
    return domains.stream()
        .filter(choice -> choice.code().equals(code))
        .map(Choice::label)
        .findFirst()
        .orElse(code);
  }
}
