package org.liangpai.card;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.liangpai.calendar.SkippedDay;
import org.liangpai.sweep.ItemText;

/**
 * A card as it is shown: it explains itself.
 *
 * @param raisedLevel what the ladder raised it to, or {@code null}
 * @param lines and {@code history} are empty in lists
 */
public record CardView(
    String number,
    HolderView holder,
    PlaceView issuer,
    String month,
    LevelView level,
    LevelView gradedLevel,
    LevelView raisedLevel,
    String levelReason,
    CardStatus status,
    LocalDate issuedOn,
    String issuedBy,
    LocalDate dueOn,
    boolean dueProvisional,
    boolean overdue,
    LocalDate clearedOn,
    LocalDate watchUntil,
    WatchOutcome watchOutcome,
    String reopens,
    LocalDate suspendedUntil,
    LocalDate clockStoppedOn,
    int items,
    List<LineView> lines,
    List<EventView> history) {

  /** A branch or unit with its full path. */
  public record HolderView(HolderKind kind, String code, String name, String path) {}

  /** A unit. */
  public record PlaceView(String code, String name) {}

  /** A level told by word, shape and colour. */
  public record LevelView(
      String code, String word, String shape, String shapeName, String colour) {}

  /** An item on the card, with the findings that put it there. */
  public record LineView(
      long id,
      String branchCode,
      String branchName,
      String item,
      ItemText text,
      LevelView level,
      boolean relapse,
      LocalDate addedOn,
      LocalDate dueOn,
      boolean dueProvisional,
      int workingDays,
      List<SkippedDay> skippedDays,
      boolean open,
      LineStage stage,
      String stageLabel,
      LocalDate clearedOn,
      String agreedMonth,
      List<ObservationView> observations) {}

  /** A finding of the line: in which month, with which sentence, values and limits. */
  public record ObservationView(
      long finding,
      String month,
      String level,
      int running,
      String sentence,
      Map<String, Object> values,
      Map<String, Object> limits,
      String decidedBy,
      OffsetDateTime decidedAt) {}

  /** An act on the card. */
  public record EventView(
      OffsetDateTime at,
      String actor,
      CardAct act,
      String reason,
      String level,
      CardStatus status) {}
}
