package org.liangpai.notice;

import java.time.LocalTime;

/**
 * What somebody chose about messages that leave the service.
 *
 * @param email the own address, or {@code null} for no mail
 * @param rhythm {@code null} as the city has it
 * @param quietFrom only of {@link Quiet#OWN}, as the next
 * @param quietTo the end, which does not belong to the quiet hours
 */
public record NoticeSettings(
    String email, Rhythm rhythm, Quiet quiet, LocalTime quietFrom, LocalTime quietTo) {

  /** What holds for whoever chose nothing. */
  static final NoticeSettings NONE = new NoticeSettings(null, null, Quiet.DEFAULT, null, null);

  /** Everything but the address, which belongs to the person. */
  @Override
  public String toString() {
    return rhythm + " " + quiet + " " + quietFrom + " " + quietTo;
  }
}
