package org.liangpai.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.merge.Progress;
import org.postgresql.PGConnection;

/** One import while it runs: how far it is, and whether somebody wants it to end. */
final class ImportUnderWay implements Progress {

  private final UUID id = UUID.randomUUID();
  private final String account;
  private final OffsetDateTime begunAt;
  private volatile String step = "等待前面的导入";
  private Connection connection;
  private boolean cancelled;
  private boolean ended;

  ImportUnderWay(String account, OffsetDateTime begunAt) {
    this.account = account;
    this.begunAt = begunAt;
  }

  @Override
  public void read(Table table, long rows) {
    reached("正在读取" + table.label() + (rows == 0 ? "" : "，已读" + rows + "行"));
  }

  @Override
  public void reached(String next) {
    refuseIfCancelled();
    step = next;
  }

  ImportProgress shown() {
    return new ImportProgress(id, begunAt, step);
  }

  UUID id() {
    return id;
  }

  boolean isOf(String other) {
    return account.equals(other);
  }

  /** From now on, cancelling interrupts what runs on the connection. */
  synchronized void runsOn(Connection running) {
    connection = running;
  }

  synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Nothing can be cancelled any more: what is stored stays. */
  synchronized void end() {
    refuseIfCancelled();
    close();
  }

  /** Ends it without asking. */
  synchronized void close() {
    ended = true;
    connection = null;
  }

  /** Wants it to end; whether it was not too late. */
  synchronized boolean cancel() throws SQLException {
    if (ended) {
      return false;
    }
    cancelled = true;
    if (connection != null) {
      connection.unwrap(PGConnection.class).cancelQuery();
    }
    return true;
  }

  private synchronized void refuseIfCancelled() {
    if (cancelled) {
      throw new ImportCancelled();
    }
  }
}
