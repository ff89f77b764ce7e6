package org.liangpai.help;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.liangpai.notice.Addressee;
import org.liangpai.shared.ClockProducer;

/** A request for help with its state; either side is kept by name, too. */
@Entity
class HelpRequest {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String askingBranch;
  private String askingUnit;
  private String askingName;
  private String askedUnit;
  private String askedName;

  @Enumerated(EnumType.STRING)
  private HelpSubject subject;

  @Enumerated(EnumType.STRING)
  private HelpUrgency urgency;

  private String content;
  private LocalDate dueOn;
  private String cardNumber;
  private Long cardLineId;

  @Enumerated(EnumType.STRING)
  private HelpStatus status;

  private Instant askedAt;
  private LocalDate askedOn;
  private String askedBy;
  private LocalDate promisedOn;
  private String answer;
  private boolean sentBack;
  private LocalDate endedOn;

  @Version private int version;

  protected HelpRequest() {} // Hibernate

  HelpRequest(NewHelp asked, Place asker, Place unit, LocalDate dueOn, String by, Instant at) {
    this.askingBranch = asker.branch() ? asker.code() : null;
    this.askingUnit = asker.branch() ? null : asker.code();
    this.askingName = asker.name();
    this.askedUnit = unit.code();
    this.askedName = unit.name();
    this.subject = asked.subject();
    this.urgency = asked.urgency();
    this.content = asked.content().strip();
    this.dueOn = dueOn;
    this.cardNumber = asked.card();
    this.cardLineId = asked.line();
    this.status = HelpStatus.ASKED;
    this.askedBy = by;
    this.askedAt = at;
    this.askedOn = LocalDate.ofInstant(at, ClockProducer.ZONE);
  }

  /** The unit takes it on until a day. */
  void take(LocalDate promised, String text) {
    requireWithUnit();
    status = HelpStatus.TAKEN;
    promisedOn = promised;
    answer = text;
  }

  /** The unit says that it is done. */
  void finish(String text) {
    requireWithUnit();
    status = HelpStatus.DONE;
    answer = text;
  }

  /** The unit cannot or will not. */
  void refuse(String text, LocalDate on) {
    requireWithUnit();
    answer = text;
    end(HelpStatus.REFUSED, on);
  }

  /** The asking side agrees. */
  void confirm(LocalDate on) {
    require(status == HelpStatus.DONE);
    end(HelpStatus.CONFIRMED, on);
  }

  /**
   * The asking side does not agree: once. The unit has until the day for it, if it is not given
   * longer already: the time in which it waited for the asking side does not count.
   */
  void sendBack(LocalDate day) {
    require(status == HelpStatus.DONE);
    if (sentBack) {
      throw HelpRefused.sentBackBefore();
    }
    sentBack = true;
    status = HelpStatus.TAKEN;
    promisedOn = null;
    dueOn = day.isAfter(dueOn) ? day : dueOn;
  }

  /** The asking side needs it no longer. */
  void withdraw(LocalDate on) {
    require(!status.isOver());
    end(HelpStatus.WITHDRAWN, on);
  }

  private void end(HelpStatus how, LocalDate on) {
    status = how;
    endedOn = on;
  }

  private void requireWithUnit() {
    require(status.isWithUnit());
  }

  private void require(boolean fits) {
    if (!fits) {
      throw HelpRefused.notNow(status);
    }
  }

  /** Where the asking side is told something. */
  Addressee askingDesk() {
    return askingBranch == null ? Addressee.office(askingUnit) : Addressee.secretary(askingBranch);
  }

  Long id() {
    return id;
  }

  String askingBranch() {
    return askingBranch;
  }

  String askingUnit() {
    return askingUnit;
  }

  String askingName() {
    return askingName;
  }

  String askedUnit() {
    return askedUnit;
  }

  String askedName() {
    return askedName;
  }

  HelpSubject subject() {
    return subject;
  }

  HelpUrgency urgency() {
    return urgency;
  }

  String content() {
    return content;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  /** The number of the card for which it is needed, or {@code null}. */
  String card() {
    return cardNumber;
  }

  HelpStatus status() {
    return status;
  }
}
