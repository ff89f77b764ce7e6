package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.shared.ClockProducer;

/**
 * Takes off the card of a unit what concerns a branch that has moved to another one. The duty moved
 * along: where the next sweep finds the item again, it stands on a card of the other unit.
 */
@ApplicationScoped
public class TakingOffLines {

  private final Cards cards;
  private final HandlingCards handling;
  private final TellingHolders telling;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final Clock clock;

  TakingOffLines(
      Cards cards,
      HandlingCards handling,
      TellingHolders telling,
      Catalogue catalogue,
      Auditing auditing,
      Clock clock) {
    this.cards = cards;
    this.handling = handling;
    this.telling = telling;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.clock = clock;
  }

  /** The cards of units of which a line concerns a branch that has moved. */
  @Transactional
  public List<String> waiting() {
    return cards.ofMovedBranches(today());
  }

  /** Takes such lines off a card; again, it changes nothing. */
  @Transactional
  public void takeOff(String number) {
    Card card = cards.locked(number);
    List<CardLine> moved = moved(card);
    if (moved.isEmpty()) {
      return;
    }
    card.takeOff(moved, today(), catalogue.list().ladder().watchMonths());
    String told =
        moved.stream()
                .map(line -> "支部 " + line.branchCode() + " 的情形 " + line.item())
                .collect(Collectors.joining("、"))
            + " 撤下：支部已转由其他党组织管理";
    handling.keep(card, CardAct.LINES_TAKEN_OFF, told);
    auditing.record(
        Entry.of(Act.LINES_TAKEN_OFF, ObjectKind.CARD, number)
            .now(Map.of("lines", moved.stream().map(CardLine::id).toList()))
            .because(told));
    telling.takenOff(card, told, clock.instant());
    settle(card);
  }

  private List<CardLine> moved(Card card) {
    List<CardLine> open = card.openLines();
    Map<String, Cards.Committee> committees =
        cards.committees(open.stream().map(CardLine::branchCode).distinct().toList());
    return open.stream()
        .filter(line -> !committees.get(line.branchCode()).code().equals(card.holder().code()))
        .toList();
  }

  private void settle(Card card) {
    switch (card.status()) {
      case WITHDRAWN -> {
        handling.keep(card, CardAct.WITHDRAWN, "牌上已无情形");
        auditing.record(
            Entry.of(Act.CARD_WITHDRAWN, ObjectKind.CARD, card.number())
                .now(Map.of("status", card.status())));
      }
      case CLEARED -> {
        handling.keep(card, CardAct.CLEARED, "其余情形均已销号");
        auditing.record(
            Entry.of(Act.CARD_CLEARED, ObjectKind.CARD, card.number())
                .now(Map.of("status", card.status(), "watchUntil", card.watchUntil())));
      }
      case ISSUED, RECTIFYING, AWAITING_ACCEPTANCE -> handling.gradeDown(card);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
