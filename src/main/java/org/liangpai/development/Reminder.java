package org.liangpai.development;

import java.util.List;

/**
 * How one branch stands with the development of members.
 *
 * @param light the gravest of its items
 */
public record Reminder(
    String branchCode,
    String branchName,
    String unitPath,
    String month,
    Light light,
    List<ItemLight> items) {

  /**
   * One item.
   *
   * @param why in Chinese: the sentence of the finding, or what is missing
   * @param finding the id of the finding, or {@code null}
   */
  public record ItemLight(String item, String title, Light light, String why, Long finding) {}
}
