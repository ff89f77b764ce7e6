package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardLine;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardSides;
import org.liangpai.card.HandlingCards;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.warninglist.EscalationLadder;

/** Lets the holder, and for a suspension the verifier too, ask the levels above for something. */
@ApplicationScoped
@Transactional
public class AskingConcessions {

  private final HandlingCards handling;
  private final CardParties parties;
  private final Concessions concessions;
  private final ConcessionNotices notices;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  AskingConcessions(
      HandlingCards handling,
      CardParties parties,
      Concessions concessions,
      ConcessionNotices notices,
      Catalogue catalogue,
      WorkingCalendar calendar,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.handling = handling;
    this.parties = parties;
    this.concessions = concessions;
    this.notices = notices;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * The holder asks for a later due day, before the due day of a line. What was refused may be
   * asked for again; what was granted counts.
   *
   * @return the id of the request
   */
  public long extension(String number, int workingDays, String reason) {
    Card card = open(number);
    parties.of(number).requireHolder();
    String why = Reason.required(reason, "申请延期必须写明理由");
    EscalationLadder ladder = catalogue.list().ladder();
    if (workingDays < 1 || workingDays > ladder.extensionWorkingDays()) {
      throw new Invalid("workingDays", "延期应为1到" + ladder.extensionWorkingDays() + "个工作日");
    }
    LocalDate day = card.clockStoppedOn() == null ? today() : card.clockStoppedOn();
    if (card.openLines().stream().allMatch(line -> !line.dueOn().isAfter(day))) {
      throw ConcessionRefused.extensionTooLate();
    }
    if (concessions.count(number, ConcessionKind.EXTENSION, Set.of(ConcessionStatus.GRANTED))
        >= ladder.extensions()) {
      throw ConcessionRefused.extended(ladder.extensions());
    }
    Concession asked =
        asked(Concession.extension(number, workingDays, why, viewer.account(), now()));
    String told = "申请延期" + workingDays + "个工作日";
    keep(card, CardAct.EXTENSION_ASKED, told + "。" + why);
    audit(Act.EXTENSION_ASKED, asked, Map.of("workingDays", workingDays), why);
    notices.asked(asked, told, why, concessions.desks(number).verifier());
    return asked.id();
  }

  /**
   * Holder or verifier ask to set the card aside until the end of a day.
   *
   * @return the id of the request
   */
  public long suspension(String number, LocalDate until, String reason) {
    Card card = open(number);
    CardSides sides = parties.of(number);
    if (!sides.verifier()) {
      sides.requireHolder();
    }
    String why = Reason.required(reason, "申请挂账必须写明理由");
    int months = catalogue.list().concession().suspensionMonths();
    if (until == null || !until.isAfter(today()) || until.isAfter(today().plusMonths(months))) {
      throw new Invalid("until", "挂账截止日应在今天之后，最长" + months + "个月");
    }
    Concession asked = asked(Concession.suspension(number, until, why, viewer.account(), now()));
    String told = "申请挂账至" + until;
    keep(card, CardAct.SUSPENSION_ASKED, told + "。" + why);
    audit(Act.SUSPENSION_ASKED, asked, Map.of("until", until), why);
    notices.asked(asked, told, why, concessions.desks(number).above());
    return asked.id();
  }

  /**
   * The holder objects to the card or some of its lines, once, until the end of the last working
   * day that the list allows after the issue. The clock stands still from today.
   *
   * @param lines the ids of the lines; none for the whole card
   * @return the id of the objection
   */
  public long objection(String number, List<Long> lines, String reason) {
    Card card = open(number);
    parties.of(number).requireHolder();
    String why = Reason.required(reason, "申诉必须写明理由");
    int days = catalogue.list().concession().objectionWorkingDays();
    LocalDate last = calendar.plusWorkingDays(card.issuedOn(), days).day();
    if (today().isAfter(last)) {
      throw ConcessionRefused.objectionTooLate(days, last);
    }
    if (concessions.count(number, ConcessionKind.OBJECTION, EnumSet.allOf(ConcessionStatus.class))
        > 0) {
      throw ConcessionRefused.objected();
    }
    List<CardLine> about = lines.stream().distinct().map(card::line).toList();
    if (about.stream().anyMatch(line -> !line.isOpen())) {
      throw new Invalid("lines", "只能对尚未销号的情形申诉");
    }
    Concession asked = asked(Concession.objection(number, lines, why, viewer.account(), now()));
    card.stopClock(today());
    String told =
        about.isEmpty()
            ? "对整张牌申诉"
            : "对情形 " + about.stream().map(CardLine::item).collect(Collectors.joining("、")) + " 申诉";
    keep(card, CardAct.OBJECTION_RAISED, told + "。" + why);
    audit(Act.OBJECTION_RAISED, asked, Map.of("lines", lines), why);
    notices.asked(asked, told, why, concessions.desks(number).above());
    return asked.id();
  }

  private Card open(String number) {
    Card card = handling.held(number);
    if (!card.status().isOpen()) {
      throw ConcessionRefused.cardNotOpen(number);
    }
    return card;
  }

  private Concession asked(Concession one) {
    if (concessions.count(one.cardNumber(), one.kind(), Set.of(ConcessionStatus.ASKED)) > 0) {
      throw ConcessionRefused.waiting(one.kind());
    }
    concessions.add(one);
    return one;
  }

  private void keep(Card card, CardAct act, String told) {
    handling.keep(card, act, told);
  }

  private void audit(Act act, Concession asked, Map<String, ?> values, String reason) {
    auditing.record(Entry.of(act, ObjectKind.CARD, asked.cardNumber()).now(values).because(reason));
  }

  private Instant now() {
    return clock.instant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
