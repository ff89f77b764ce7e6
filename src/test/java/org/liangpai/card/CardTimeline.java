package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liangpai.dictionary.Row;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** The words in which the tests of cards tell their stories: what was filed, when, what came. */
@ApplicationScoped
class CardTimeline {

  static final YearMonth AUGUST = YearMonth.of(2026, 8);
  static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  private static final CardFilter ALL =
      new CardFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  private final TestCity city;
  private final SweepingCity sweeping;
  private final TestClock time;
  private final ListingCards listing;

  CardTimeline(TestCity city, SweepingCity sweeping, TestClock time, ListingCards listing) {
    this.city = city;
    this.sweeping = sweeping;
    this.time = time;
    this.listing = listing;
  }

  /** A fresh city in which some branches of W1 filed healthy records from July to October. */
  void begin(String... branches) {
    time.reset();
    city.reset();
    for (String branch : branches) {
      city.branch(branch, UnaryOperator.identity());
      city.records(branch, YearMonth.of(2026, 7), OCTOBER);
    }
  }

  /** The branch files numbers that are not in order. */
  void files(String branch, YearMonth month, String... faulty) {
    city.record(
        branch,
        month,
        row -> {
          Row changed = row;
          for (String field : faulty) {
            changed = changed.with(field, 1);
          }
          return changed;
        });
  }

  /** The branch files a month without meetings of a type. */
  void filesWithout(String type, String branch, YearMonth month) {
    city.record(branch, month, UnaryOperator.identity(), type);
  }

  void today(LocalDate day) {
    time.set(day);
  }

  /** The cards, each as number, holder, level and due day. */
  List<String> cards() {
    return all().stream()
        .map(
            card ->
                String.join(
                    " ",
                    card.number(),
                    card.holder().code(),
                    card.level().code(),
                    card.dueOn().toString()))
        .toList();
  }

  /** The cards, each as number, holder and level. */
  List<String> levels() {
    return all().stream()
        .map(card -> card.number() + " " + card.holder().code() + " " + card.level().code())
        .toList();
  }

  List<String> numbers() {
    return all().stream().map(CardView::number).toList();
  }

  CardView card(String number) {
    return listing.get(number);
  }

  /** The lines of a card, each as branch, item, level and due day. */
  List<String> lines(String number) {
    return card(number).lines().stream()
        .map(
            line ->
                String.join(
                    " ",
                    line.branchCode(),
                    line.item(),
                    line.level().code(),
                    line.dueOn().toString()))
        .toList();
  }

  /** The history of a card, each act with the level that it left. */
  List<String> history(String number) {
    return card(number).history().stream().map(event -> event.act() + " " + event.level()).toList();
  }

  /** The item comes off the card on a day, and the card with it: the way to there comes later. */
  void clear(String number, LocalDate on) {
    sweeping.execute(
        "UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '%s' WHERE card_number = '%s'"
            .formatted(on, number));
    sweeping.execute("UPDATE card SET status = 'CLEARED' WHERE number = '%s'".formatted(number));
  }

  private List<CardView> all() {
    return listing.list(ALL, "", 1_000).items();
  }
}
