package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.calendar.DueDay;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.shared.ClockProducer;

/**
 * Counts due days anew when the calendar has changed: the holidays of a year are published once its
 * cards are out, and now and then a day is added. Each day is counted from where it was first
 * counted, so that doing it again changes nothing.
 */
@ApplicationScoped
public class RecountingDueDays {

  private final Cards cards;
  private final HandlingCards handling;
  private final TellingHolders telling;
  private final Auditing auditing;
  private final Clock clock;

  RecountingDueDays(
      Cards cards, HandlingCards handling, TellingHolders telling, Auditing auditing, Clock clock) {
    this.cards = cards;
    this.handling = handling;
    this.telling = telling;
    this.auditing = auditing;
    this.clock = clock;
  }

  /** The open cards with a due day of which a calendar makes another one. */
  @Transactional
  public List<String> waiting(WorkingCalendar calendar) {
    LocalDate today = today();
    return cards.countedDays(today).stream()
        .filter(counted -> counted.recounted(calendar, today).isPresent())
        .flatMap(counted -> cards.dueBy(counted).stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /** Counts the due days of a card anew, and tells its holder of those that moved. */
  @Transactional
  public void recount(String number, WorkingCalendar calendar) {
    Card card = cards.locked(number);
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    for (CardLine line : card.openLines()) {
      Optional<DueDay> now =
          line.counted().flatMap(counted -> counted.recounted(calendar, today()));
      if (now.isPresent()) {
        before.put(line.item(), shown(line.dueOn(), line.isDueProvisional()));
        card.dueBy(line, now.get());
        after.put(line.item(), shown(line.dueOn(), line.isDueProvisional()));
      }
    }
    if (after.isEmpty()) {
      return;
    }
    String told =
        "节假日安排有变化，期限按原工作日数重新计算："
            + after.entrySet().stream()
                .map(
                    one ->
                        one.getKey() + " 由 " + before.get(one.getKey()) + " 改为 " + one.getValue())
                .collect(Collectors.joining("；"));
    handling.keep(card, CardAct.DUE_RECOUNTED, told);
    auditing.record(
        Entry.of(Act.DUE_DAYS_RECOUNTED, ObjectKind.CARD, number)
            .changed(before, after)
            .because(told));
    telling.recounted(card, told, clock.instant());
  }

  private static String shown(LocalDate day, boolean provisional) {
    return provisional ? day + "（暂定）" : day.toString();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
