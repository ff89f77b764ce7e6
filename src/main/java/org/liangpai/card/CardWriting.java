package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.liangpai.catalogue.Catalogue;
import org.liangpai.evaluation.CardGrading;
import org.liangpai.evaluation.Grade;
import org.liangpai.verification.Finding;
import org.liangpai.warninglist.Level;

/**
 * Writes confirmed findings onto cards: onto the open line of the same item, an open card of the
 * month, or a new one. What was found again, for a later month, while the card from which it was
 * cleared is watched ends that watch, however late it is confirmed; the new card names the cleared
 * one.
 */
@ApplicationScoped
class CardWriting {

  /**
   * Confirmed findings of one month that are on no card yet.
   *
   * @param findings by holder, in the order in which the cards are numbered
   * @param today the day of issue
   */
  record Batch(
      YearMonth month,
      Map<Holder, List<Finding>> findings,
      Set<String> branches,
      LocalDate today,
      String by,
      Instant at) {}

  private final Cards cards;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final Auditing auditing;
  private final TellingHolders telling;
  private final Event<CardChanged> changed;

  CardWriting(
      Cards cards,
      Catalogue catalogue,
      WorkingCalendar calendar,
      Auditing auditing,
      TellingHolders telling,
      Event<CardChanged> changed) {
    this.cards = cards;
    this.telling = telling;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.auditing = auditing;
    this.changed = changed;
  }

  void write(Batch batch) {
    CardGrading grading = catalogue.cardGrading(batch.month());
    Standing standing = standing(batch);
    Map<Finding, CardLine> written = new LinkedHashMap<>();
    Changes changes = new Changes(new LinkedHashMap<>(), new HashMap<>());
    batch
        .findings()
        .forEach(
            (holder, findings) ->
                findings.forEach(
                    one ->
                        written.put(one, lineOf(one, holder, batch, standing, grading, changes))));
    List<Entry> entries = new ArrayList<>();
    changes
        .touched()
        .forEach((card, act) -> entries.addAll(settle(card, act, changes, grading, batch)));
    auditing.record(entries);
    cards.flushLines();
    written.forEach(
        (finding, line) -> cards.record(new CardObservation(finding.id(), line.id(), batch.at())));
    changes.touched().forEach((card, act) -> changed.fire(new CardChanged(card.number(), act)));
  }

  /**
   * What stands already: open lines, items cleared not long ago, cleared cards that are watched,
   * and the open cards of the month, to which new ones are added.
   */
  private record Standing(
      Map<Cards.BranchItem, CardLine> openLines,
      Map<Cards.BranchItem, YearMonth> cleared,
      Map<Cards.BranchItem, Cards.Watched> watched,
      Map<Cards.HeldBy, Card> open) {}

  /**
   * The cards that were touched, by what, and the lines that came onto cards that stood already.
   */
  private record Changes(Map<Card, CardAct> touched, Map<Card, List<CardLine>> added) {

    void add(Card card, CardLine line) {
      if (touched.get(card) != CardAct.ISSUED) {
        touched.put(card, CardAct.LINE_ADDED);
        added.computeIfAbsent(card, key -> new ArrayList<>()).add(line);
      }
    }
  }

  private Standing standing(Batch batch) {
    int relapseMonths = catalogue.list().grading(batch.month()).relapseMonths();
    List<String> holders = batch.findings().keySet().stream().map(Holder::code).toList();
    return new Standing(
        cards.openLines(batch.branches()),
        cards.clearedWithin(relapseMonths, batch.branches(), batch.today()),
        cards.watched(batch.branches()),
        cards.open(batch.month(), holders));
  }

  private CardLine lineOf(
      Finding finding,
      Holder holder,
      Batch batch,
      Standing standing,
      CardGrading grading,
      Changes changes) {
    CardLine observed = standing.openLines().get(key(finding));
    if (observed != null) {
      observed.observe(finding.level());
      changes.touched().putIfAbsent(observed.card(), CardAct.OBSERVED);
      return observed;
    }
    Card card = standing.open().get(Cards.HeldBy.of(holder));
    if (card == null) {
      card = issued(holder, batch);
      standing.open().put(Cards.HeldBy.of(holder), card);
      changes.touched().put(card, CardAct.ISSUED);
    }
    boolean relapse = isLater(finding, standing.cleared().get(key(finding)));
    Level start = relapse ? grading.relapsed(finding.level()) : finding.level();
    CardLine.Found found =
        new CardLine.Found(finding.branchCode(), finding.item(), finding.level(), start, relapse);
    CardLine line = new CardLine(card, found, due(finding, batch));
    card.add(line);
    changes.add(card, line);
    Cards.Watched watched = standing.watched().get(key(finding));
    if (watched != null
        && isLater(finding, watched.seen())
        && watched.card().watches(finding.foundOn())) {
      card.reopen(watched.card());
      watched.card().endWatch(WatchOutcome.RELAPSED);
      changes.touched().put(watched.card(), CardAct.RELAPSED);
    }
    return line;
  }

  /** What an earlier month brings to light did not come back after it was cleared. */
  private static boolean isLater(Finding finding, YearMonth seen) {
    return seen != null && finding.month().isAfter(seen);
  }

  private Card issued(Holder holder, Batch batch) {
    CardNumber number = cards.nextNumber(holder.issuerCode(), batch.today().getYear());
    return new Card(number, holder, batch.month(), batch.by(), batch.at(), batch.today());
  }

  private DueDay due(Finding finding, Batch batch) {
    return calendar.plusWorkingDays(batch.today(), finding.workingDays());
  }

  /**
   * Grades the card anew and keeps the act; with an entry if it was issued, took new lines, or its
   * level rose.
   */
  private List<Entry> settle(
      Card card, CardAct act, Changes changes, CardGrading grading, Batch batch) {
    if (act == CardAct.RELAPSED) {
      return List.of(endWatch(card, batch));
    }
    Level before = card.level();
    boolean rose = card.grade(grade(card, grading));
    cards.persist(card);
    String reason = act == CardAct.ISSUED ? card.levelReason() : null;
    cards.record(new CardEvent(card, act, reason, batch.by(), batch.at()));
    if (act == CardAct.ISSUED) {
      telling.issued(card);
      return List.of(
          Entry.of(Act.CARD_ISSUED, ObjectKind.CARD, card.number())
              .now(
                  Map.of(
                      "level", card.level(), "dueOn", card.dueOn(), "holder", card.holder().code()))
              .because(card.levelReason()));
    }
    List<Entry> entries = new ArrayList<>();
    if (act == CardAct.LINE_ADDED) {
      List<CardLine> added = changes.added().get(card);
      telling.added(card, added, batch.at());
      entries.add(
          Entry.of(Act.LINES_ADDED, ObjectKind.CARD, card.number())
              .now(
                  Map.of(
                      "items",
                      added.stream().map(line -> line.branchCode() + " " + line.item()).toList(),
                      "dueOn",
                      card.dueOn())));
    }
    if (!rose) {
      return entries;
    }
    telling.raised(card, batch.at());
    cards.record(
        new CardEvent(card, CardAct.LEVEL_RAISED, card.levelReason(), batch.by(), batch.at()));
    entries.add(
        Entry.of(Act.CARD_LEVEL_CHANGED, ObjectKind.CARD, card.number())
            .changed(Map.of("level", before), Map.of("level", card.level()))
            .because(card.levelReason()));
    return entries;
  }

  /** An item that was cleared is back on another card. */
  private Entry endWatch(Card card, Batch batch) {
    cards.record(new CardEvent(card, CardAct.RELAPSED, null, batch.by(), batch.at()));
    return Entry.of(Act.WATCH_ENDED, ObjectKind.CARD, card.number())
        .now(Map.of("outcome", card.watchOutcome()));
  }

  /**
   * What is counted is counted for each branch: the card of a unit is as grave as its gravest
   * branch.
   */
  static Grade grade(Card card, CardGrading grading) {
    return grade(card.openLines(), grading);
  }

  static Grade grade(List<CardLine> counted, CardGrading grading) {
    Map<String, List<CardLine>> byBranch =
        counted.stream()
            .collect(
                Collectors.groupingBy(CardLine::branchCode, HashMap::new, Collectors.toList()));
    return byBranch.values().stream()
        .map(lines -> grading.grade(lines.stream().map(CardLine::forGrading).toList()))
        .max(Grade.GRAVEST_LAST)
        .orElseThrow();
  }

  private static Cards.BranchItem key(Finding finding) {
    return new Cards.BranchItem(finding.branchCode(), finding.item());
  }
}
