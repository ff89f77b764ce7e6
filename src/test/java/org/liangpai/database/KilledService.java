package org.liangpai.database;

import java.nio.file.Path;

/** A process of its own that starts the database and then waits to be killed. */
final class KilledService {

  private KilledService() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedDatabase.start(
        new DatabaseSettings(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2])));
    System.out.println("ready");
    Thread.sleep(120_000);
  }
}
