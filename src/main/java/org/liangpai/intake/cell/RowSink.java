package org.liangpai.intake.cell;

import java.io.IOException;

/** Takes the rows of one table, one after the other; none is kept. */
@FunctionalInterface
public interface RowSink {

  void accept(StagedRow row) throws IOException;
}
