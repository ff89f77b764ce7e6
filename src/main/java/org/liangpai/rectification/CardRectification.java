package org.liangpai.rectification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import org.liangpai.card.CardStatus;
import org.liangpai.card.LineStage;

/** What was done about a card so far, line by line. */
public record CardRectification(String number, CardStatus status, List<LineRectification> lines) {

  private static final Set<LineStage> WAITING = Set.of(LineStage.REPORTED, LineStage.ACCEPTED);

  /** What was done about one of the lines. */
  public LineRectification line(long id) {
    return lines.stream().filter(line -> line.lineId() == id).findFirst().orElseThrow();
  }

  /**
   * The lines that would be checked together: those for the verifier, else those for the level
   * above; none while a line is not reported.
   */
  @JsonIgnore
  public List<LineRectification> nextChecked() {
    List<LineRectification> open = lines.stream().filter(line -> line.stage().isOpen()).toList();
    if (!open.stream().allMatch(line -> WAITING.contains(line.stage()))) {
      return List.of();
    }
    List<LineRectification> first =
        open.stream().filter(line -> line.stage() == LineStage.REPORTED).toList();
    return first.isEmpty() ? open : first;
  }
}
