package org.liangpai.rectification;

import java.util.List;
import org.liangpai.card.CardStatus;

/** What was done about a card so far, line by line. */
public record CardRectification(String number, CardStatus status, List<LineRectification> lines) {

  /** What was done about one of the lines. */
  public LineRectification line(long id) {
    return lines.stream().filter(line -> line.lineId() == id).findFirst().orElseThrow();
  }
}
