package org.liangpai.audit;

import java.util.List;

/**
 * What a verification of the trail found.
 *
 * @param rows how many rows were read, those in archives included
 * @param checkpoints with how many checkpoints they were compared
 * @param damaged how many things are wrong
 * @param damages the first of them
 * @param remarks what could not be checked, or was of no use for it
 */
public record Verification(
    long rows, int checkpoints, long damaged, List<Damage> damages, List<String> remarks) {

  public boolean isIntact() {
    return damaged == 0;
  }

  /** The result in one Chinese sentence. */
  public String sentence() {
    String read = "共校验 %d 条审计记录，与 %d 个检查点核对，".formatted(rows, checkpoints);
    return read + (isIntact() ? "没有发现问题。" : "发现 %d 处问题。".formatted(damaged));
  }
}
