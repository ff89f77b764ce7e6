package org.liangpai.audit;

/**
 * Where a lane stands: number and hash, in hexadecimal digits, of its last row.
 *
 * <p>A lane that has no rows yet stands at {@link #NONE}.
 */
public record Head(long seq, String hash) {

  static final Head NONE = new Head(0, "0".repeat(64));
}
