package org.liangpai.database;

import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Starts the server again when it ended without being told to. */
final class ServerWatch implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ServerWatch.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final Server server;
  private final Thread thread = new Thread(this::watch, "database-watch");
  private Duration pause = FIRST_PAUSE;

  private ServerWatch(Server server) {
    this.server = server;
  }

  static ServerWatch over(Server server) {
    ServerWatch watch = new ServerWatch(server);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_EVERY.toMillis());
        if (!server.isRunning()) {
          // A single look may fail for other reasons, and what is started again ends what runs.
          Thread.sleep(LOOK_EVERY.toMillis());
          if (!server.isRunning()) {
            startAgain();
          }
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgain() throws InterruptedException {
    LOG.error("内置数据库意外停止，正在重新启动；在此期间的请求会得到“请稍后再试”");
    try {
      server.start();
      pause = FIRST_PAUSE;
      LOG.info("内置数据库已重新启动，已提交的数据没有丢失");
    } catch (IOException | RuntimeException failed) {
      if (thread.isInterrupted()) {
        return;
      }
      LOG.errorf("内置数据库没有重新启动，%d秒后再试：%s", pause.toSeconds(), failed.getMessage());
      Thread.sleep(pause.toMillis());
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  /** Returns when a start that may be under way has ended, so that nothing starts afterwards. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
