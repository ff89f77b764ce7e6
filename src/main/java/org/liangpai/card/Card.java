package org.liangpai.card;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.liangpai.calendar.DueDay;
import org.liangpai.evaluation.Grade;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.PathSegment;
import org.liangpai.warninglist.Level;

/**
 * A card of a branch or unit for what a sweep found: its level, its lines, and by when they are to
 * be rectified.
 */
@Entity
public class Card {

  @Id private String number;

  @Enumerated(EnumType.STRING)
  private HolderKind holderKind;

  private String branchCode;
  private String unitCode;

  /** The branch to which it was issued, if another holds it now. */
  private String issuedTo;

  private String issuerCode;
  private LocalDate month;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Enumerated(EnumType.STRING)
  private Level gradedLevel;

  @Enumerated(EnumType.STRING)
  private Level raisedLevel;

  private String levelReason;

  @Enumerated(EnumType.STRING)
  private CardStatus status;

  private Instant issuedAt;
  private LocalDate issuedOn;
  private String issuedBy;
  private LocalDate dueOn;
  private boolean dueProvisional;
  private LocalDate clearedOn;
  private LocalDate watchUntil;

  @Enumerated(EnumType.STRING)
  private WatchOutcome watchOutcome;

  private String reopens;
  private LocalDate suspendedUntil;
  private LocalDate clockStoppedOn;

  @Version private int version;

  @OneToMany(mappedBy = "card", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<CardLine> lines = new ArrayList<>();

  protected Card() {} // Hibernate

  Card(CardNumber number, Holder holder, YearMonth month, String by, Instant at, LocalDate on) {
    this.number = number.toString();
    this.holderKind = holder.kind();
    this.branchCode = holder.kind() == HolderKind.BRANCH ? holder.code() : null;
    this.unitCode = holder.kind() == HolderKind.UNIT ? holder.code() : null;
    this.issuerCode = holder.issuerCode();
    this.month = month.atDay(1);
    this.status = CardStatus.ISSUED;
    this.issuedBy = by;
    this.issuedAt = at;
    this.issuedOn = on;
  }

  /** Puts a line on the card. */
  void add(CardLine line) {
    lines.add(line);
    settleDue();
    settleStatus();
  }

  /** The card is due when the last of its open lines is; without one, the day stays as it was. */
  private void settleDue() {
    List<CardLine> open = openLines();
    open.stream()
        .map(CardLine::dueOn)
        .max(Comparator.naturalOrder())
        .ifPresent(
            last -> {
              dueOn = last;
              dueProvisional = open.stream().anyMatch(CardLine::isDueProvisional);
            });
  }

  private void settleStatus() {
    List<LineStage> open = openLines().stream().map(CardLine::stage).toList();
    if (open.isEmpty()) {
      boolean cleared = lines.stream().anyMatch(line -> line.stage() == LineStage.CLEARED);
      status = cleared ? CardStatus.CLEARED : CardStatus.WITHDRAWN;
      suspendedUntil = null;
      clockStoppedOn = null;
    } else if (open.stream().allMatch(LineStage::awaitsAcceptance)) {
      status = CardStatus.AWAITING_ACCEPTANCE;
    } else if (status != CardStatus.ISSUED || lines.stream().anyMatch(CardLine::isBegun)) {
      status = CardStatus.RECTIFYING;
    }
  }

  /**
   * A line of the card.
   *
   * @throws NotFound if it is not on it
   */
  public CardLine line(long id) {
    return lines.stream()
        .filter(line -> line.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound("情形", String.valueOf(id)));
  }

  /**
   * A line takes its next stage, and the card follows.
   *
   * @throws CardRefused if the stage does not follow on the present one, or the card no longer
   *     stands
   */
  public void move(CardLine line, LineStage next) {
    requireOpen();
    line.become(next);
    settleStatus();
  }

  /**
   * A line is cleared; with the last one the card is, and is watched from then on.
   *
   * @param watchMonths for how many months
   */
  public void clear(CardLine line, LocalDate on, int watchMonths) {
    requireOpen();
    line.clear(on);
    settleDue();
    settleStatus();
    beginWatch(on, watchMonths);
  }

  private void beginWatch(LocalDate on, int watchMonths) {
    if (status == CardStatus.CLEARED) {
      clearedOn = on;
      watchUntil = on.plusMonths(watchMonths);
    }
  }

  /**
   * Lines come off without being cleared. With the last one the card is withdrawn or, if another
   * was cleared before, cleared.
   *
   * @param watchMonths for how many months a cleared card is watched
   */
  public void takeOff(Collection<CardLine> off, LocalDate on, int watchMonths) {
    requireOpen();
    off.forEach(line -> line.become(LineStage.CLOSED));
    settleDue();
    settleStatus();
    beginWatch(on, watchMonths);
  }

  /** Another branch holds the card and what stands on it; what came off stays with the former. */
  void passTo(String branch) {
    requireOpen();
    if (issuedTo == null) {
      issuedTo = branchCode;
    }
    branchCode = branch;
    openLines().forEach(line -> line.passTo(branch));
  }

  /** Takes up the lines that stand on another card. */
  void takeUp(Card other, LocalDate on, int watchMonths) {
    requireOpen();
    for (CardLine line : other.openLines()) {
      other.lines.remove(line);
      line.passTo(branchCode);
      line.moveTo(this);
      add(line);
    }
    other.settleDue();
    other.settleStatus();
    other.beginWatch(on, watchMonths);
  }

  /** The watch is over. */
  public void endWatch(WatchOutcome outcome) {
    if (status == CardStatus.CLEARED && watchOutcome == null) {
      watchOutcome = outcome;
    }
  }

  /** What ended the watch as a relapse was none: the watch goes on. */
  void resumeWatch() {
    watchOutcome = null;
  }

  /** Whether what was found on a day was found while the cleared card is watched. */
  boolean watches(LocalDate found) {
    return status == CardStatus.CLEARED
        && watchOutcome == null
        && watchUntil != null
        && !found.isBefore(clearedOn)
        && !found.isAfter(watchUntil);
  }

  /** The card takes up what came back after another one was cleared; the first one it names. */
  void reopen(Card cleared) {
    if (reopens == null) {
      reopens = cleared.number;
    }
  }

  /** The number of the card that it takes up, or {@code null}. */
  String reopens() {
    return reopens;
  }

  /** A line gets another due day. */
  public void dueBy(CardLine line, DueDay due) {
    requireOpen();
    line.dueBy(due);
    settleDue();
  }

  /** The card is set aside (挂账) until the end of a day. */
  public void suspend(LocalDate until) {
    requireOpen();
    suspendedUntil = until;
  }

  /** The card is no longer set aside. */
  public void resume() {
    suspendedUntil = null;
  }

  /** An objection is open: no day counts until it is decided. */
  public void stopClock(LocalDate on) {
    requireOpen();
    clockStoppedOn = on;
  }

  /** The objection is decided. */
  public void startClock() {
    clockStoppedOn = null;
  }

  /** Takes off every line that stands: nothing of the card was cleared by it. */
  public void withdraw() {
    requireOpen();
    openLines().forEach(line -> line.become(LineStage.CLOSED));
    status = CardStatus.WITHDRAWN;
    suspendedUntil = null;
    clockStoppedOn = null;
  }

  private void requireOpen() {
    if (!status.isOpen()) {
      throw CardRefused.notOpen(number);
    }
  }

  /**
   * Takes a grade: the level of an issued card never sinks by it, and what a verifier changed is
   * undone only by a graver grade than the one before.
   *
   * @return whether the level is another than before
   */
  boolean grade(Grade grade) {
    if (gradedLevel != null && !grade.level().worseThan(gradedLevel)) {
      return false;
    }
    gradedLevel = grade.level();
    boolean rises = level == null || grade.level().worseThan(level);
    if (rises) {
      level = grade.level();
      levelReason = grade.reason();
    }
    return rises;
  }

  /**
   * Takes a milder grade after lines came off: the level sinks to it, and stays as far above it as
   * it was raised since.
   *
   * @return whether the level is another than before
   */
  boolean gradeDown(Grade grade) {
    if (!gradedLevel.worseThan(grade.level())) {
      return false;
    }
    int raised = Math.max(0, level.ordinal() - gradedLevel.ordinal());
    Level lowered = Level.values()[Math.min(level.ordinal(), grade.level().ordinal() + raised)];
    gradedLevel = grade.level();
    if (!level.worseThan(lowered)) {
      return false;
    }
    level = lowered;
    levelReason = grade.reason();
    if (raisedLevel != null && raisedLevel.worseThan(lowered)) {
      raisedLevel = lowered;
    }
    return true;
  }

  /**
   * A verifier changes the level.
   *
   * @param most by how many steps it may differ from the graded level
   * @throws CardRefused if it is no change, too far, milder than what the ladder raised it to, or
   *     the card no longer stands
   */
  void adjust(Level to, int most, String reason) {
    requireOpen();
    if (to == level || !new LevelBounds(gradedLevel, raisedLevel, most).allow(to)) {
      throw CardRefused.levelTooFar(number, most);
    }
    level = to;
    levelReason = reason;
  }

  public String number() {
    return number;
  }

  /** The path of its page. */
  public String page() {
    return pageOf(number);
  }

  /** The path of the page of a card. */
  public static String pageOf(String number) {
    return "/cards/" + PathSegment.of(number);
  }

  public Level level() {
    return level;
  }

  /** Why the card has its level, one Chinese phrase. */
  public String levelReason() {
    return levelReason;
  }

  public CardStatus status() {
    return status;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  /** All lines, in the order in which they came. */
  public List<CardLine> lines() {
    return List.copyOf(lines);
  }

  /** The lines that stand. */
  public List<CardLine> openLines() {
    return lines.stream().filter(CardLine::isOpen).toList();
  }

  /** The last day of a suspension, or {@code null}. */
  public LocalDate suspendedUntil() {
    return suspendedUntil;
  }

  /** Since when an objection is open, or {@code null}. */
  public LocalDate clockStoppedOn() {
    return clockStoppedOn;
  }

  /** The last day of the watch after clearing, or {@code null}. */
  public LocalDate watchUntil() {
    return watchUntil;
  }

  /** How the watch ended, or {@code null} while it lasts. */
  public WatchOutcome watchOutcome() {
    return watchOutcome;
  }

  /** The day of issue. */
  public LocalDate issuedOn() {
    return issuedOn;
  }

  /** Who made the last decision that brought the card. */
  public String issuedBy() {
    return issuedBy;
  }

  public Holder holder() {
    String code = holderKind == HolderKind.BRANCH ? branchCode : unitCode;
    return new Holder(holderKind, code, issuerCode);
  }

  public YearMonth month() {
    return YearMonth.from(month);
  }
}
