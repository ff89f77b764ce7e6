package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.liangpai.intake.file.UploadedPart;

/**
 * Imports run side by side as far as memory goes: the texts of a workbook are kept while it is read
 * and take many times its size.
 */
@ApplicationScoped
class ImportMemory {

  private static final int TIMES_THE_FILE = 32;
  private static final int SHARE_OF_THE_HEAP = 4;

  private final int megabytes;
  private final Semaphore free;

  ImportMemory() {
    this((int) (Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP >> 20));
  }

  ImportMemory(int megabytes) {
    this.megabytes = Math.max(1, megabytes);
    this.free = new Semaphore(this.megabytes, true);
  }

  /** Waits until there is room for an upload; what it takes is to be given back. */
  int take(List<UploadedPart> parts) throws IOException {
    long bytes = 0;
    for (UploadedPart part : parts) {
      bytes += Files.size(part.path());
    }
    int taken = (int) Math.min(megabytes, 1 + (bytes * TIMES_THE_FILE >> 20));
    free.acquireUninterruptibly(taken);
    return taken;
  }

  void giveBack(int taken) {
    free.release(taken);
  }
}
