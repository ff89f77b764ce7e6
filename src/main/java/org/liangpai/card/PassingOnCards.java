package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.shared.ClockProducer;

/**
 * Passes what stands of a dissolved branch on to another one, in the transaction of whoever decides
 * it, on the whole hierarchy: what joins what may lie anywhere.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PassingOnCards {

  /**
   * What became of a card.
   *
   * @param act {@link CardAct#PASSED_ON}, or {@link CardAct#WITHDRAWN} if nothing took it up
   * @param told one Chinese sentence
   */
  public record Passed(String number, CardAct act, String told) {}

  private final Cards cards;
  private final HandlingCards handling;
  private final Catalogue catalogue;
  private final Clock clock;

  PassingOnCards(Cards cards, HandlingCards handling, Catalogue catalogue, Clock clock) {
    this.cards = cards;
    this.handling = handling;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Passes the open cards of a branch to another. An item that stands there already goes on there;
   * the rest joins the open card of the same month or keeps its own. A line on a unit's card goes
   * along if that unit is the committee of the other branch as well, and comes off otherwise.
   *
   * @return what became of the cards of the one, and what those of the other took up
   */
  public List<Passed> passOn(String from, String to, String reason) {
    Map<String, Cards.Committee> committees = cards.committees(List.of(from, to));
    List<Card> passing = lockedOf(from, committees.values());
    Map<Cards.BranchItem, CardLine> standing = cards.openLines(List.of(to));
    Map<Card, List<String>> taken = new LinkedHashMap<>();
    List<Passed> passed = new ArrayList<>();
    for (Card card : passing) {
      List<String> told = new ArrayList<>(List.of("支部 " + from + " 已撤销，由支部 " + to + " 承接"));
      join(card, card.openLines(), standing, to, told, taken);
      if (card.status().isOpen()) {
        settle(card, to, told, taken);
      }
      passed.add(kept(card, CardAct.PASSED_ON, told, reason));
    }
    String committee = committees.get(to).code();
    onUnits(from)
        .forEach(
            (card, lines) -> {
              List<String> told = new ArrayList<>(List.of("支部 " + from + " 由支部 " + to + " 承接"));
              join(card, lines, standing, to, told, taken);
              List<CardLine> left = lines.stream().filter(CardLine::isOpen).toList();
              if (card.holder().code().equals(committee)) {
                left.forEach(line -> line.passTo(to));
              } else {
                takeOff(card, left);
              }
              passed.add(kept(card, CardAct.PASSED_ON, told, reason));
            });
    taken.forEach((card, told) -> passed.add(passed(card, CardAct.PASSED_ON, told, reason)));
    return passed;
  }

  /** Withdraws the open cards of a branch that nobody succeeds, and takes its lines off others. */
  public List<Passed> end(String branch, String reason) {
    List<Card> ending = lockedOf(branch, cards.committees(List.of(branch)).values());
    List<String> told = List.of("支部 " + branch + " 已撤销，无承接支部");
    List<Passed> ended = new ArrayList<>();
    for (Card card : ending) {
      card.withdraw();
      ended.add(kept(card, CardAct.WITHDRAWN, told, reason));
    }
    onUnits(branch)
        .forEach(
            (card, lines) -> {
              takeOff(card, lines);
              ended.add(kept(card, CardAct.PASSED_ON, told, reason));
            });
    return ended;
  }

  private List<Card> lockedOf(String branch, Collection<Cards.Committee> committees) {
    Set<String> issuers = new HashSet<>();
    committees.forEach(one -> issuers.addAll(List.of(one.code(), one.above())));
    issuers.addAll(cards.issuersAround(List.of(branch)));
    cards.lockIssuing(issuers);
    return cards.openOf(branch);
  }

  private Map<Card, List<CardLine>> onUnits(String branch) {
    Map<Card, List<CardLine>> lines = new LinkedHashMap<>();
    cards
        .openOnUnits(branch)
        .forEach(line -> lines.computeIfAbsent(line.card(), key -> new ArrayList<>()).add(line));
    return lines;
  }

  /** Closes the lines whose item stands at the other branch, which goes on for both. */
  private void join(
      Card card,
      List<CardLine> lines,
      Map<Cards.BranchItem, CardLine> standing,
      String to,
      List<String> told,
      Map<Card, List<String>> taken) {
    List<CardLine> joined = new ArrayList<>();
    for (CardLine line : lines) {
      CardLine other = standing.get(new Cards.BranchItem(to, line.item()));
      if (other != null) {
        other.observe(line);
        joined.add(line);
        told.add("情形 " + line.item() + " 并入亮牌 " + other.card().number());
        takeUp(other.card(), "并入亮牌 " + card.number() + " 的情形 " + line.item(), taken);
      }
    }
    takeOff(card, joined);
  }

  private void settle(Card card, String to, List<String> told, Map<Card, List<String>> taken) {
    Optional<Card> ofMonth =
        cards.open(card.month(), List.of(to)).values().stream()
            .filter(other -> other.holder().kind() == HolderKind.BRANCH)
            .findFirst();
    if (ofMonth.isEmpty()) {
      card.passTo(to);
      return;
    }
    told.add("其余情形并入同月亮牌 " + ofMonth.get().number());
    ofMonth.get().takeUp(card, today(), watchMonths());
    takeUp(ofMonth.get(), "并入亮牌 " + card.number() + " 的其余情形", taken);
  }

  private void takeUp(Card card, String told, Map<Card, List<String>> taken) {
    taken.computeIfAbsent(card, none -> new ArrayList<>()).add(told);
    handling.keep(card, CardAct.PASSED_ON, told);
    if (card.grade(CardWriting.grade(card, catalogue.cardGrading(card.month())))) {
      handling.keep(card, CardAct.LEVEL_RAISED, card.levelReason());
    }
  }

  private void takeOff(Card card, List<CardLine> lines) {
    if (!lines.isEmpty()) {
      card.takeOff(lines, today(), watchMonths());
    }
  }

  private Passed kept(Card card, CardAct act, List<String> told, String reason) {
    Passed passed = passed(card, act, told, reason);
    handling.keep(card, act, passed.told());
    return passed;
  }

  private static Passed passed(Card card, CardAct act, List<String> told, String reason) {
    return new Passed(card.number(), act, String.join("；", told) + "。" + reason);
  }

  private int watchMonths() {
    return catalogue.list().ladder().watchMonths();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
