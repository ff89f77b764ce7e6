package org.liangpai.intake.merge;

import org.liangpai.dictionary.Table;

/** Told how far a merge is; it may throw to end it. */
public interface Progress {

  /** Nobody watches. */
  Progress UNSEEN =
      new Progress() {
        @Override
        public void read(Table table, long rows) {}

        @Override
        public void reached(String step) {}
      };

  /** So many rows of a table have been read. */
  void read(Table table, long rows);

  /** A step begins, named in Chinese. */
  void reached(String step);
}
