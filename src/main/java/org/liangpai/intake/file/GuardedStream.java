package org.liangpai.intake.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The inflated bytes of one XML part, counted as they come. What the directory of an archive says
 * about sizes is not believed. One tag with its text may not exceed what a spreadsheet cell can
 * hold, so no parser is ever given a token that fills the memory.
 */
final class GuardedStream extends FilterInputStream {

  private static final long LARGEST_PART = 2L << 30;
  private static final long RATIO_COUNTS_FROM = 32L << 20;
  private static final long LARGEST_RATIO = 400;
  private static final int LONGEST_TOKEN = 256 << 10;

  private final String part;
  private final long compressed;
  private final long largest;
  private long inflated;
  private int token;

  GuardedStream(InputStream in, String part, long compressed) {
    this(in, part, compressed, LARGEST_PART);
  }

  GuardedStream(InputStream in, String part, long compressed, long largest) {
    super(in);
    this.part = part;
    this.compressed = Math.max(1, compressed);
    this.largest = largest;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (count <= 0) {
      return count;
    }
    inflated += count;
    if (inflated > largest) {
      throw Damage.tooBig(part, "文件解压后过大");
    }
    if (inflated > RATIO_COUNTS_FROM && inflated / compressed > LARGEST_RATIO) {
      throw Damage.tooBig(part, "文件的压缩比异常");
    }
    measureTokens(buffer, offset, count);
    return count;
  }

  private void measureTokens(byte[] buffer, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == '<') {
        token = 0;
      } else if (++token > LONGEST_TOKEN) {
        throw Damage.tooBig(part, "文件中有超长的单元格");
      }
    }
  }
}
