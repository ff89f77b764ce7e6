package org.liangpai.evaluation;

import java.util.List;
import org.liangpai.dictionary.Row;

/** A monthly record that is on file (a returned one is not), with its meetings. */
public record RecordOnFile(int version, Row row, List<Row> meetings) {}
