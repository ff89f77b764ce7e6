package org.liangpai.keys;

import java.util.List;

/**
 * Values were sealed at the start that had been plain, or sealed otherwise.
 *
 * @param key the id of the key that they are sealed by now
 * @param broken where values were found that cannot be opened; they stay as they are
 */
public record ValuesSealed(int number, String key, List<String> broken) {

  boolean isNothing() {
    return number == 0 && broken.isEmpty();
  }
}
