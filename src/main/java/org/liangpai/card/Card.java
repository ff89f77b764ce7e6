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
import java.util.Comparator;
import java.util.List;
import org.liangpai.evaluation.Grade;
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
  private String issuerCode;
  private LocalDate month;

  @Enumerated(EnumType.STRING)
  private Level level;

  @Enumerated(EnumType.STRING)
  private Level gradedLevel;

  private String levelReason;

  @Enumerated(EnumType.STRING)
  private CardStatus status;

  private Instant issuedAt;
  private LocalDate issuedOn;
  private String issuedBy;
  private LocalDate dueOn;
  private boolean dueProvisional;
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

  /** Puts a line on the card; the card is due when its last line is. */
  void add(CardLine line) {
    lines.add(line);
    CardLine last = lines.stream().max(Comparator.comparing(CardLine::dueOn)).orElseThrow();
    dueOn = last.dueOn();
    dueProvisional = lines.stream().anyMatch(CardLine::isDueProvisional);
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
   * A verifier changes the level.
   *
   * @param most by how many steps it may differ from the graded level
   * @throws CardRefused if it is no change, too far, or the card no longer stands
   */
  void adjust(Level to, int most, String reason) {
    if (!status.isOpen()) {
      throw CardRefused.notOpen(number);
    }
    if (to == level || Math.abs(to.ordinal() - gradedLevel.ordinal()) > most) {
      throw CardRefused.levelTooFar(number, most);
    }
    level = to;
    levelReason = reason;
  }

  public String number() {
    return number;
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

  List<CardLine> lines() {
    return lines;
  }

  Holder holder() {
    String code = holderKind == HolderKind.BRANCH ? branchCode : unitCode;
    return new Holder(holderKind, code, issuerCode);
  }

  YearMonth month() {
    return YearMonth.from(month);
  }
}
