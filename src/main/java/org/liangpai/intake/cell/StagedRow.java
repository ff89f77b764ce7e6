package org.liangpai.intake.cell;

import java.util.List;
import org.liangpai.dictionary.Row;

/**
 * A row of an upload on its way to the database.
 *
 * @param number the number of the row as the user sees it
 * @param row what could be read
 * @param faults what is wrong with it, as far as the row alone can tell
 * @param raw the texts of its cells in the order of the fields, kept only where there are faults
 */
public record StagedRow(int number, Row row, List<Fault> faults, List<String> raw) {}
