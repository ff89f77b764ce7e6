package org.liangpai.notice;

import java.time.Clock;
import javax.sql.DataSource;

/** Lays notices down without a container, for processes that are killed. */
public final class PlainNotifying {

  private PlainNotifying() {}

  public static Notifying of(DataSource source, Clock clock) {
    return new Notifying(source, clock);
  }
}
