package org.liangpai.intake.merge;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.StagedRow;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.intake.fact.Facts;
import org.liangpai.shared.Invalid;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Brings the rows of an upload into temporary tables, one after the other, by COPY. */
final class Staging {

  private static final int MOST_ROWS = 5_000_000;

  private static final int TOLD_EVERY = 500;

  /** Thrown once an upload has more faults than anybody will mend one by one. */
  private static final class Enough extends IOException {

    private static final long serialVersionUID = 1L;

    private Enough() {
      super("More faults than are looked for");
    }
  }

  private final Session session;
  private final Facts facts;
  private final Progress progress;
  private final Remarks remarks;
  private final Set<Table> present = EnumSet.noneOf(Table.class);
  private int faults;

  Staging(Session session, Facts facts, Progress progress, Remarks remarks) {
    this.session = session;
    this.facts = facts;
    this.progress = progress;
    this.remarks = remarks;
  }

  /**
   * Stages all sources, or as much of them as has more faults than are looked for; the tables that
   * were there, be it without rows.
   */
  Set<Table> stage(List<TableSource> sources) throws SQLException, IOException {
    session.run(Stage.createFaults());
    for (Table table : Table.values()) {
      session.run(Stage.create(table));
    }
    for (TableSource source : sources) {
      boolean whole = copy(source);
      if (!whole || source.present()) {
        present.add(source.table());
      }
      if (!whole) {
        break;
      }
    }
    index();
    for (Table table : present) {
      unpackFaults(table);
    }
    return present;
  }

  /** Whether the source was read to its end. */
  private boolean copy(TableSource source) throws SQLException, IOException {
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
      boolean whole = read(source, text);
      text.send();
      copy.endCopy();
      return whole;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private boolean read(TableSource source, CopyText text) throws IOException {
    Table table = source.table();
    int[] line = {0};
    progress.read(table, 0);
    try {
      source.read(
          row -> {
            if (++line[0] > MOST_ROWS) {
              throw new Invalid(table.id(), table.label() + "超过" + MOST_ROWS + "行，请分成几个文件导入");
            }
            if (line[0] % TOLD_EVERY == 0) {
              progress.read(table, line[0]);
            }
            StagedRow checked = looked(row);
            text.add(line[0], checked);
            faults += checked.faults().size();
            if (faults > Merge.MOST_ERRORS) {
              throw new Enough();
            }
          });
      return true;
    } catch (Enough enough) {
      return false;
    }
  }

  private StagedRow looked(StagedRow row) {
    StagedRow checked = facts.checked(row);
    if (checked.faults().isEmpty()) {
      facts
          .unlikely(row.row())
          .forEach(
              told ->
                  remarks.add(
                      row.row().table().label() + "第" + row.number() + "行：" + told + "，请核对"));
    }
    return checked;
  }

  private void index() throws SQLException {
    session.run("CREATE INDEX ON stage_units (unit_code)");
    session.run("CREATE INDEX ON stage_branches (branch_code)");
    session.run("CREATE INDEX ON stage_branches (paired_branch_code)");
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
