package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.calendar.DueDay;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardLine;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardStatus;
import org.liangpai.card.HandlingCards;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;

/**
 * Decides once on what was asked: the verifier on an extension, the level above on the rest, never
 * whoever asked.
 */
@ApplicationScoped
@Transactional
public class DecidingConcessions {

  private static final String REASON_MISSING = "必须写明理由";

  /** A request and its card, both held. */
  private record Held(Concession request, Card card) {}

  private final HandlingCards handling;
  private final CardParties parties;
  private final Concessions concessions;
  private final ConcessionNotices notices;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  DecidingConcessions(
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
   * The verifier grants an extension, or fewer days of it, or refuses it. What moves is the due day
   * of each open line that was not overdue on the day of the request, counted on from that due day:
   * a decision that comes late costs the holder nothing, and a line that was overdue stays so.
   *
   * @return the number of the card
   */
  public String extension(long id, Ruling ruling) {
    Held held = held(ConcessionKind.EXTENSION, id);
    Concession asked = held.request();
    Card card = held.card();
    parties.of(card.number()).requireVerifier();
    int days = ruling.workingDays() == null ? asked.workingDays() : ruling.workingDays();
    if (ruling.granted() && (days < 1 || days > asked.workingDays())) {
      throw new Invalid("workingDays", "同意的天数应为1到" + asked.workingDays() + "个工作日");
    }
    boolean asAsked = ruling.granted() && days == asked.workingDays();
    String why = reason(ruling, asAsked);
    LocalDate before = card.dueOn();
    decide(asked, ruling, why);
    String told = "不同意延期";
    if (ruling.granted()) {
      asked.give(days);
      List<CardLine> extended = extended(card, asked);
      extended.forEach(line -> card.dueBy(line, line.dueLater(days, calendar)));
      told =
          "同意延期"
              + days
              + "个工作日："
              + extended.stream()
                  .map(line -> line.item() + " 至 " + line.dueOn())
                  .collect(Collectors.joining("，"));
    }
    kept(held, ruling.granted() ? CardAct.EXTENDED : CardAct.EXTENSION_REFUSED, told, why);
    audit(
        Act.EXTENSION_DECIDED,
        card,
        Map.of("dueOn", before),
        Map.of("dueOn", card.dueOn(), "granted", ruling.granted()),
        why);
    return card.number();
  }

  private static List<CardLine> extended(Card card, Concession asked) {
    LocalDate stopped = card.clockStoppedOn();
    LocalDate day =
        stopped != null && stopped.isBefore(asked.askedOn()) ? stopped : asked.askedOn();
    List<CardLine> lines =
        card.openLines().stream().filter(line -> line.dueOn().isAfter(day)).toList();
    if (lines.isEmpty()) {
      throw ConcessionRefused.extensionTooLate();
    }
    return lines;
  }

  /**
   * The level above grants a suspension or refuses it. While it lasts, no open line is due before
   * its end.
   *
   * @return the number of the card
   */
  public String suspension(long id, Ruling ruling) {
    Held held = held(ConcessionKind.SUSPENSION, id);
    Concession asked = held.request();
    Card card = held.card();
    parties.of(card.number()).requireAbove();
    String why = reason(ruling, ruling.granted());
    LocalDate until = asked.until();
    if (ruling.granted() && !until.isAfter(today())) {
      throw ConcessionRefused.suspensionOver(until);
    }
    LocalDate before = card.dueOn();
    decide(asked, ruling, why);
    if (ruling.granted()) {
      card.suspend(until);
      DueDay end = DueDay.chosen(until);
      card.openLines().stream()
          .filter(line -> line.dueOn().isBefore(until))
          .forEach(line -> card.dueBy(line, end));
    }
    kept(
        held,
        ruling.granted() ? CardAct.SUSPENDED : CardAct.SUSPENSION_REFUSED,
        ruling.granted() ? "同意挂账至" + until + "，期间不催办" : "不同意挂账",
        why);
    audit(
        Act.SUSPENSION_DECIDED,
        card,
        Map.of("dueOn", before),
        Map.of("dueOn", card.dueOn(), "granted", ruling.granted()),
        why);
    return card.number();
  }

  /**
   * The level above decides on an objection, by somebody who neither verified a finding of the card
   * nor issued it. Every open line is due as many working days later as passed since the objection,
   * or since the line came, up to today. What was rightly objected to comes off.
   *
   * @return the number of the card
   */
  public String objection(long id, Ruling ruling) {
    Held held = held(ConcessionKind.OBJECTION, id);
    Concession asked = held.request();
    Card card = held.card();
    parties.of(card.number()).requireAbove();
    requireImpartial(card);
    String why = reason(ruling, false);
    Map<String, Object> before = Map.of("dueOn", card.dueOn(), "level", card.level());
    decide(asked, ruling, why);
    card.openLines().forEach(line -> move(card, line, asked.askedOn()));
    card.startClock();
    String told = "申诉不成立，按原牌继续整改，期限顺延至" + card.dueOn();
    if (ruling.granted()) {
      told = "申诉成立，撤下情形 " + takenOff(card, asked.lines());
    }
    kept(held, ruling.granted() ? CardAct.OBJECTION_UPHELD : CardAct.OBJECTION_REFUSED, told, why);
    if (card.status() == CardStatus.WITHDRAWN) {
      handling.keep(card, CardAct.WITHDRAWN, "申诉成立，牌上已无情形");
      handling.resumeWatch(card);
      audit(Act.CARD_WITHDRAWN, card, Map.of(), Map.of("status", card.status()), why);
    } else if (card.status() == CardStatus.CLEARED) {
      handling.keep(card, CardAct.CLEARED, "申诉成立，其余情形均已销号");
      audit(Act.CARD_CLEARED, card, Map.of(), Map.of("status", card.status()), why);
    } else if (ruling.granted()) {
      handling.gradeDown(card);
    }
    audit(
        Act.OBJECTION_DECIDED,
        card,
        before,
        Map.of("dueOn", card.dueOn(), "level", card.level(), "upheld", ruling.granted()),
        why);
    return card.number();
  }

  private void requireImpartial(Card card) {
    Set<String> concerned = concessions.verifiers(card.number());
    String account = viewer.account();
    if (concerned.contains(account) || account.equals(card.issuedBy())) {
      throw ConcessionRefused.ownVerification();
    }
  }

  private void move(Card card, CardLine line, LocalDate stopped) {
    LocalDate since = line.addedOn().isAfter(stopped) ? line.addedOn() : stopped;
    int days = calendar.workingDaysBetween(since, today());
    if (days > 0) {
      card.dueBy(line, line.dueLater(days, calendar));
    }
  }

  private String takenOff(Card card, Set<Long> named) {
    List<CardLine> off =
        card.openLines().stream()
            .filter(line -> named.isEmpty() || named.contains(line.id()))
            .toList();
    card.takeOff(off, today(), catalogue.list().ladder().watchMonths());
    return off.stream().map(CardLine::item).collect(Collectors.joining("、"));
  }

  private Held held(ConcessionKind kind, long id) {
    Card card = handling.held(concessions.cardOf(kind, id));
    return new Held(concessions.held(id), card);
  }

  /** Only what is granted exactly as it was asked for needs no reason. */
  private static String reason(Ruling ruling, boolean optional) {
    return optional
        ? Reason.optional(ruling.reason())
        : Reason.required(ruling.reason(), REASON_MISSING);
  }

  private void decide(Concession asked, Ruling ruling, String why) {
    asked.decide(ruling.granted(), why, viewer.account(), clock.instant());
  }

  private void kept(Held held, CardAct act, String told, String why) {
    String text = why == null ? told : told + "。" + why;
    handling.keep(held.card(), act, text);
    CardDesks desks = concessions.desks(held.card().number());
    notices.decided(held.request(), text, desks.holder(), desks.verifier());
  }

  private void audit(
      Act act, Card card, Map<String, ?> before, Map<String, ?> after, String reason) {
    auditing.record(
        Entry.of(act, ObjectKind.CARD, card.number()).changed(before, after).because(reason));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
