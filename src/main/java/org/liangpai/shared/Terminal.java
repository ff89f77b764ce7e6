package org.liangpai.shared;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes Chinese to the terminal that the service was started from. */
public final class Terminal {

  private Terminal() {}

  /** Standard output. */
  public static PrintStream out() {
    return printing(FileDescriptor.out);
  }

  /** Standard error. */
  public static PrintStream err() {
    return printing(FileDescriptor.err);
  }

  // Where the locale cannot write Chinese, UTF-8 can still be read from a log file.
  private static PrintStream printing(FileDescriptor to) {
    Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    if (!charset.newEncoder().canEncode('中')) {
      charset = StandardCharsets.UTF_8;
    }
    return new PrintStream(new FileOutputStream(to), true, charset);
  }
}
