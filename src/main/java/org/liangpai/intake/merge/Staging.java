package org.liangpai.intake.merge;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.shared.Invalid;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Brings the rows of an upload into temporary tables, one after the other, by COPY. */
final class Staging {

  private static final int MOST_ROWS = 5_000_000;

  private final Session session;
  private final Set<Table> present = EnumSet.noneOf(Table.class);

  Staging(Session session) {
    this.session = session;
  }

  /** Stages all sources; the tables that were there, be it without rows. */
  Set<Table> stage(List<TableSource> sources) throws SQLException, IOException {
    session.run(Stage.createFaults());
    for (Table table : Table.values()) {
      session.run(Stage.create(table));
    }
    for (TableSource source : sources) {
      copy(source);
      if (source.present()) {
        present.add(source.table());
      }
    }
    index();
    for (Table table : present) {
      unpackFaults(table);
    }
    return present;
  }

  private void copy(TableSource source) throws SQLException, IOException {
    Table table = source.table();
    CopyIn copy =
        session
            .connection()
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY %s (line, row_no, rejected, digest, raw, faults, %s) FROM STDIN"
                    .formatted(Stage.of(table), RowColumns.list(table)));
    try {
      CopyText text = new CopyText(copy);
      int[] line = {0};
      source.read(
          row -> {
            if (++line[0] > MOST_ROWS) {
              throw new Invalid(table.id(), table.label() + "超过" + MOST_ROWS + "行，请分成几个文件导入");
            }
            text.add(line[0], row);
          });
      text.send();
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void index() throws SQLException {
    session.run("CREATE INDEX ON stage_units (unit_code)");
    session.run("CREATE INDEX ON stage_branches (branch_code)");
    session.run("CREATE INDEX ON stage_records (branch_code, month)");
    session.run("CREATE INDEX ON stage_meetings (branch_code, month)");
    for (Table table : Table.values()) {
      session.run("CREATE INDEX ON " + Stage.of(table) + " (line)");
      session.run("ANALYZE " + Stage.of(table));
    }
  }

  /** The faults of a row came as one list: field, value and message in turn. */
  private void unpackFaults(Table table) throws SQLException {
    session.run(
        """
        INSERT INTO stage_fault
        SELECT %d, s.line, s.row_no, s.faults[i], nullif(s.faults[i + 1], ''), s.faults[i + 2]
        FROM %s s, generate_series(1, cardinality(s.faults), 3) i WHERE s.faults IS NOT NULL
        """
            .formatted(table.ordinal(), Stage.of(table)));
  }
}
