package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.CardStatus;
import org.liangpai.warninglist.EscalationLadder;
import org.liangpai.warninglist.Rung;

/**
 * Decides which rungs are due. A rung that only makes sense until the anchor is skipped once the
 * anchor is past; the others are all taken in order, however late one looks.
 */
record LadderPolicy(EscalationLadder ladder, WorkingCalendar calendar) {

  private static final String NOT_URGED = "；其间不催办持牌对象。";
  private static final String REMINDED = "，已提醒办理单位" + NOT_URGED;

  /** Decides on a card. */
  Ruling rule(CardState card, LocalDate today) {
    if (!card.status().isOpen()) {
      return Ruling.silent(
          LadderState.ENDED, card.status() == CardStatus.CLEARED ? "亮牌已摘牌，不再催办。" : "亮牌已撤销，不再催办。");
    }
    if (card.clockStoppedOn() != null) {
      return Ruling.silent(
          LadderState.CLOCK_STOPPED,
          "申诉自%s起办理中，期限暂停计算，其间不催办。".formatted(Days.chinese(card.clockStoppedOn())));
    }
    if (card.isSuspended(today)) {
      return Ruling.silent(
          LadderState.SUSPENDED, "已挂账至%s，其间不催办。".formatted(Days.chinese(card.suspendedUntil())));
    }
    return card.toDo().isEmpty() ? awaiting(card, today) : climbing(card, today);
  }

  /** It is not the holder's delay: whoever has to look is reminded, and nobody else. */
  private Ruling awaiting(CardState card, LocalDate today) {
    String reported = "情形已于%s全部报告完成".formatted(Days.chinese(card.reportedOn()));
    List<Ruling> desks = new ArrayList<>();
    if (card.reported() || card.acceptedOn() == null) {
      desks.add(
          awaiting(
              new Awaited(Rung.Name.REMIND_ACCEPTANCE, card.reportedOn(), reported + "，等待验收"),
              card,
              today));
    }
    if (card.acceptedOn() != null) {
      String accepted = reported + "，%s验收通过，等待上级复核".formatted(Days.chinese(card.acceptedOn()));
      desks.add(
          awaiting(
              new Awaited(Rung.Name.REMIND_SECOND_CHECK, card.acceptedOn(), accepted),
              card,
              today));
    }
    return new Ruling(
        desks.stream().flatMap(desk -> desk.due().stream()).toList(), desks.get(0).outlook());
  }

  /**
   * What waits at one desk.
   *
   * @param told that it waits, in Chinese
   */
  private record Awaited(Rung.Name reminder, LocalDate since, String told) {}

  private Ruling awaiting(Awaited awaited, CardState card, LocalDate today) {
    Rung rung = ladder.rung(awaited.reminder());
    LocalDate since = awaited.since();
    LocalDate taken = card.taken().get(rung.name());
    if (taken != null) {
      // A reminder of an earlier report says nothing of this one.
      return Ruling.silent(
          LadderState.AWAITING_ACCEPTANCE,
          awaited.told() + (taken.isAfter(since) ? REMINDED : NOT_URGED));
    }
    LocalDate on = calendar.plusWorkingDays(since, rung.workingDays()).day();
    if (today.isBefore(on)) {
      return new Ruling(
          List.of(),
          new Outlook(
              LadderState.AWAITING_ACCEPTANCE,
              rung.name(),
              on,
              "%s，其间不催办持牌对象；到%s仍未办理的，予以提醒。".formatted(awaited.told(), Days.chinese(on))));
    }
    String reason =
        "%s已%d个工作日。".formatted(awaited.told(), calendar.workingDaysBetween(since, today));
    return new Ruling(
        List.of(new DueRung(rung, since, on, reason)),
        Outlook.silent(LadderState.AWAITING_ACCEPTANCE, awaited.told() + REMINDED));
  }

  private Ruling climbing(CardState card, LocalDate today) {
    TermEnd end =
        card.toDo().stream()
            .map(term -> TermEnd.of(term, card.suspendedUntil(), today, calendar))
            .min(Comparator.comparing(TermEnd::day).thenComparing(TermEnd::isHeld))
            .orElseThrow();
    Set<Rung.Name> taken = card.taken().keySet();
    List<DueRung> due = new ArrayList<>();
    card.toDo().stream()
        .flatMap(term -> term.open().stream())
        .findFirst()
        .ifPresent(asked -> due.addAll(unanswered(asked, taken, today)));
    if (end.isHeld() && today.isAfter(end.base())) {
      return new Ruling(due, held(end));
    }
    String undone = card.toDo().size() + "项情形未报告完成";
    due.addAll(
        due(Rung.Anchor.CARD_DUE, end.day(), taken, today, end.reason(today, undone, calendar)));
    Optional<Rung> next = next(Rung.Anchor.CARD_DUE, end.day(), taken, today);
    if (end.isHeld() && next.filter(LadderPolicy::isBeforehand).isEmpty()) {
      return new Ruling(due, held(end));
    }
    return new Ruling(
        due,
        next.map(rung -> coming(rung, end))
            .orElseGet(
                () ->
                    Outlook.silent(
                        LadderState.ALL_TAKEN,
                        end.told()
                            + (today.isAfter(end.day())
                                ? "，已经超期，阶梯上的各级都已办理，等待完成整改。"
                                : "，尚未到期；阶梯上的各级此前都已办理，不再另行催办，请按期完成整改。"))));
  }

  private Outlook coming(Rung rung, TermEnd end) {
    LocalDate on = calendar.plusWorkingDays(end.day(), rung.workingDays()).day();
    return new Outlook(
        LadderState.CLIMBING,
        rung.name(),
        on,
        "%s（当天仍可整改）；下一步“%s”，%s起办理。".formatted(end.told(), rung.label(), Days.chinese(on)));
  }

  /** Until the request is decided nobody knows when the term is over. */
  private static Outlook held(TermEnd end) {
    return Outlook.silent(
        LadderState.EXTENSION_ASKED,
        "%s期限为%s；已于%s申请延期，等待审批，其间到期不催办、不通报，等待的工作日不计入超期。"
            .formatted(
                end.suspended() ? "挂账后的" : "整改",
                Days.chinese(end.base()),
                Days.chinese(end.asked().orElseThrow().from())));
  }

  private List<DueRung> unanswered(Term.Wait asked, Set<Rung.Name> taken, LocalDate today) {
    String reason =
        "延期已于%s申请，等待审批已%d个工作日。"
            .formatted(
                Days.chinese(asked.from()), calendar.workingDaysBetween(asked.from(), today));
    return due(Rung.Anchor.EXTENSION_ASKED, asked.from(), taken, today, reason);
  }

  /** Decides on what a committee has still to verify of a month. */
  Ruling rule(VerificationState verification, LocalDate today) {
    if (verification.pending() == 0) {
      return Ruling.silent(LadderState.ENDED, "疑似问题已全部核实，不再提醒。");
    }
    LocalDate dueOn = verification.dueOn();
    TermEnd end = TermEnd.of(new Term(dueOn, List.of()), null, today, calendar);
    List<DueRung> due =
        due(
            Rung.Anchor.VERIFICATION_DUE,
            dueOn,
            verification.taken(),
            today,
            end.reason(today, verification.pending() + "项疑似问题未核实", calendar));
    String term = "核实期限为" + Days.chinese(dueOn);
    return new Ruling(
        due,
        next(Rung.Anchor.VERIFICATION_DUE, dueOn, verification.taken(), today)
            .map(
                rung -> {
                  LocalDate on = calendar.plusWorkingDays(dueOn, rung.workingDays()).day();
                  return new Outlook(
                      LadderState.CLIMBING,
                      rung.name(),
                      on,
                      "%s（当天仍可核实）；下一步“%s”，%s起办理。".formatted(term, rung.label(), Days.chinese(on)));
                })
            .orElseGet(() -> Outlook.silent(LadderState.ALL_TAKEN, term + "，阶梯上的各级都已办理，等待核实。")));
  }

  private List<DueRung> due(
      Rung.Anchor around, LocalDate anchor, Set<Rung.Name> taken, LocalDate today, String reason) {
    List<DueRung> due = new ArrayList<>();
    for (Rung rung : ladder.rungs()) {
      LocalDate on = calendar.plusWorkingDays(anchor, rung.workingDays()).day();
      boolean isMissed = isBeforehand(rung) && today.isAfter(anchor);
      if (rung.anchor() == around
          && !taken.contains(rung.name())
          && !today.isBefore(on)
          && !isMissed) {
        due.add(new DueRung(rung, anchor, on, reason));
      }
    }
    return due;
  }

  private Optional<Rung> next(
      Rung.Anchor around, LocalDate anchor, Set<Rung.Name> taken, LocalDate today) {
    return ladder.rungs().stream()
        .filter(rung -> rung.anchor() == around && !taken.contains(rung.name()))
        .filter(rung -> today.isBefore(calendar.plusWorkingDays(anchor, rung.workingDays()).day()))
        .findFirst();
  }

  private static boolean isBeforehand(Rung rung) {
    return rung.workingDays() <= 0;
  }
}
