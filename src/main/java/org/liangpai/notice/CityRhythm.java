package org.liangpai.notice;

import java.time.LocalTime;
import java.util.List;

/**
 * What holds for the whole city unless somebody chose otherwise.
 *
 * @param mail whether mail is sent at all
 * @param urgent the Chinese names of the kinds that are told at once
 */
public record CityRhythm(
    boolean mail,
    Rhythm rhythm,
    LocalTime digestAt,
    List<String> urgent,
    LocalTime quietFrom,
    LocalTime quietTo) {

  /** Whether there are quiet hours. */
  public boolean hasQuietHours() {
    return !quietFrom.equals(quietTo);
  }
}
