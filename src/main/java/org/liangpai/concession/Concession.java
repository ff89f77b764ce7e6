package org.liangpai.concession;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.liangpai.shared.ClockProducer;

/** What was asked of the levels above on a card, and what was decided on it. */
@Entity
class Concession {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ConcessionKind kind;

  private String cardNumber;

  @Enumerated(EnumType.STRING)
  private ConcessionStatus status;

  private Instant askedAt;
  private LocalDate askedOn;
  private String askedBy;
  private String reason;
  private Integer workingDays;
  private LocalDate untilOn;
  private Integer grantedWorkingDays;
  private Instant decidedAt;
  private String decidedBy;
  private String decisionReason;

  @ElementCollection
  @CollectionTable(name = "concession_line", joinColumns = @JoinColumn(name = "concession_id"))
  @Column(name = "card_line_id")
  private Set<Long> lines = new HashSet<>();

  @Version private int version;

  protected Concession() {} // Hibernate

  private Concession(ConcessionKind kind, String card, String reason, String by, Instant at) {
    this.kind = kind;
    this.cardNumber = card;
    this.status = ConcessionStatus.ASKED;
    this.reason = reason;
    this.askedBy = by;
    this.askedAt = at;
    this.askedOn = LocalDate.ofInstant(at, ClockProducer.ZONE);
  }

  static Concession extension(String card, int days, String reason, String by, Instant at) {
    Concession one = new Concession(ConcessionKind.EXTENSION, card, reason, by, at);
    one.workingDays = days;
    return one;
  }

  static Concession suspension(String card, LocalDate until, String reason, String by, Instant at) {
    Concession one = new Concession(ConcessionKind.SUSPENSION, card, reason, by, at);
    one.untilOn = until;
    return one;
  }

  /**
   * @param lines the lines that it is about; none if it is about the whole card
   */
  static Concession objection(
      String card, Collection<Long> lines, String reason, String by, Instant at) {
    Concession one = new Concession(ConcessionKind.OBJECTION, card, reason, by, at);
    one.lines.addAll(lines);
    return one;
  }

  /**
   * Somebody decides.
   *
   * @throws ConcessionRefused if it is decided already, or they asked for it themselves
   */
  void decide(boolean granted, String why, String by, Instant at) {
    if (status != ConcessionStatus.ASKED) {
      throw ConcessionRefused.decided(kind, status);
    }
    if (by.equals(askedBy)) {
      throw ConcessionRefused.ownRequest(kind);
    }
    status = granted ? ConcessionStatus.GRANTED : ConcessionStatus.REFUSED;
    decisionReason = why;
    decidedBy = by;
    decidedAt = at;
  }

  /** How many days an extension was given. */
  void give(int days) {
    grantedWorkingDays = days;
  }

  Long id() {
    return id;
  }

  ConcessionKind kind() {
    return kind;
  }

  String cardNumber() {
    return cardNumber;
  }

  String askedBy() {
    return askedBy;
  }

  LocalDate askedOn() {
    return askedOn;
  }

  int workingDays() {
    return workingDays;
  }

  LocalDate until() {
    return untilOn;
  }

  Set<Long> lines() {
    return Set.copyOf(lines);
  }
}
