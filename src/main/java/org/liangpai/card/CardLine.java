package org.liangpai.card;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.calendar.CountedDay;
import org.liangpai.calendar.DueDay;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.evaluation.ConfirmedFinding;
import org.liangpai.warninglist.Level;

/**
 * One item on a card, with its own due day. A later hit of the item while it is open is an
 * observation of the line.
 */
@Entity
public class CardLine {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "card_number")
  private Card card;

  private String branchCode;
  private String item;

  @Enumerated(EnumType.STRING)
  private Level itemLevel;

  @Enumerated(EnumType.STRING)
  private Level startLevel;

  private boolean relapse;
  private LocalDate dueOn;
  private boolean dueProvisional;
  private LocalDate dueFrom;
  private Integer dueWorkingDays;
  private LocalDate addedOn;
  private boolean open;

  @Enumerated(EnumType.STRING)
  private LineStage stage;

  private LocalDate clearedOn;

  protected CardLine() {} // Hibernate

  /**
   * What was found and confirmed.
   *
   * @param relapse whether the item was cleared not long ago
   * @param startLevel the level of the item, or a higher one after a relapse
   */
  record Found(
      String branchCode, String item, Level itemLevel, Level startLevel, boolean relapse) {}

  CardLine(Card card, Found found, DueDay due) {
    this.card = card;
    this.branchCode = found.branchCode();
    this.item = found.item();
    this.itemLevel = found.itemLevel();
    this.startLevel = found.startLevel();
    this.relapse = found.relapse();
    this.addedOn = due.from();
    dueBy(due);
    this.open = true;
    this.stage = LineStage.TO_PLAN;
  }

  /** The item was found again at a level: the line takes it if it is graver. */
  void observe(Level found) {
    if (found.compareTo(itemLevel) > 0) {
      itemLevel = found;
    }
    if (found.compareTo(startLevel) > 0) {
      startLevel = found;
    }
  }

  /**
   * Takes the next stage.
   *
   * @throws CardRefused if it does not follow on the present one
   */
  void become(LineStage next) {
    if (!stage.mayBecome(next)) {
      throw CardRefused.lineNotReady(item, stage.label());
    }
    stage = next;
    open = next.isOpen();
  }

  void clear(LocalDate on) {
    become(LineStage.CLEARED);
    clearedOn = on;
  }

  /** Another branch answers for it. */
  void passTo(String branch) {
    branchCode = branch;
  }

  /** It stands on another card. */
  void moveTo(Card other) {
    card = other;
  }

  /** Another line of the same item goes on for both. */
  void observe(CardLine other) {
    observe(other.itemLevel);
  }

  /** It is due on a day that was counted, and is counted anew if the calendar changes. */
  void dueBy(DueDay due) {
    dueOn = due.day();
    dueProvisional = due.provisional();
    dueFrom = due.from();
    dueWorkingDays = due.workingDays();
  }

  /** The day that comes so many working days after the one on which it is due. */
  public DueDay dueLater(int workingDays, WorkingCalendar calendar) {
    LocalDate from = dueFrom == null ? dueOn : dueFrom;
    // A day that passed while the clock stood still was not counted anew: no day is lost by that.
    int granted =
        Math.max(
            dueWorkingDays == null ? 0 : dueWorkingDays, calendar.workingDaysBetween(from, dueOn));
    return calendar.plusWorkingDays(from, granted + workingDays);
  }

  /** How its due day was counted, if that is known. */
  Optional<CountedDay> counted() {
    return dueFrom == null
        ? Optional.empty()
        : Optional.of(new CountedDay(dueFrom, dueWorkingDays, dueOn, dueProvisional));
  }

  /** Something was done about it. */
  boolean isBegun() {
    return stage != LineStage.TO_PLAN && stage != LineStage.CLOSED;
  }

  ConfirmedFinding forGrading() {
    return new ConfirmedFinding(itemLevel, startLevel);
  }

  public Long id() {
    return id;
  }

  Card card() {
    return card;
  }

  public String branchCode() {
    return branchCode;
  }

  public String item() {
    return item;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  /** The day from which its due day was counted. */
  public LocalDate addedOn() {
    return addedOn;
  }

  boolean isDueProvisional() {
    return dueProvisional;
  }

  public LineStage stage() {
    return stage;
  }

  /** The day on which it was cleared, or {@code null}. */
  public LocalDate clearedOn() {
    return clearedOn;
  }

  public boolean isOpen() {
    return open;
  }
}
