package org.liangpai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes of a server whose main process is gone. They hold on to its shared memory, and no new
 * server starts on the folder before they have ended. Where the system does not tell in which
 * folder a process works, they end by themselves, only later.
 */
final class Leftovers {

  private static final int END_SECONDS = 5;

  private Leftovers() {}

  /** Ends them; what they had not committed is undone by the next start. */
  static void end(Path cluster) {
    ProcessHandle.allProcesses()
        .filter(process -> Postmaster.isPostgres(process.info()))
        .filter(process -> worksIn(process, cluster))
        .toList()
        .forEach(Leftovers::end);
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    try {
      process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillThere) {
      // The start of the next server tells of it.
    }
  }

  private static boolean worksIn(ProcessHandle process, Path cluster) {
    try {
      Path folder = Files.readSymbolicLink(Path.of("/proc", "" + process.pid(), "cwd"));
      return folder.equals(cluster.toRealPath());
    } catch (IOException | UnsupportedOperationException untold) {
      return false;
    }
  }
}
