package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardSides;
import org.liangpai.card.CardView;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.ClockProducer;
import org.liangpai.warninglist.EscalationLadder;

/** Tells what the viewer may ask for now, so that a page offers that and nothing else. */
@ApplicationScoped
public class OfferingConcessions {

  private static final Set<ConcessionStatus> ANY = Set.of(ConcessionStatus.values());

  private final CardParties parties;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final CurrentViewer viewer;
  private final Clock clock;

  OfferingConcessions(
      CardParties parties,
      Catalogue catalogue,
      WorkingCalendar calendar,
      CurrentViewer viewer,
      Clock clock) {
    this.parties = parties;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** What is offered on a card with these requests. */
  public CardOffers on(CardView card, List<ConcessionView> requests) {
    EscalationLadder ladder = catalogue.list().ladder();
    LocalDate last =
        calendar
            .plusWorkingDays(card.issuedOn(), catalogue.list().concession().objectionWorkingDays())
            .day();
    if (!card.status().isOpen()) {
      return new CardOffers(false, false, false, false, 0, last.toString());
    }
    CardSides sides = parties.of(card.number());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    LocalDate day = card.clockStoppedOn() == null ? today : card.clockStoppedOn();
    boolean inTime =
        card.lines().stream().anyMatch(line -> line.open() && !line.dueOn().isBefore(day));
    boolean asks = viewer.viewer().may(Permissions.RECTIFY_CARDS);
    return new CardOffers(
        asks
            && sides.holder()
            && inTime
            && has(requests, ConcessionKind.EXTENSION, Set.of(ConcessionStatus.ASKED)) == 0
            && has(requests, ConcessionKind.EXTENSION, Set.of(ConcessionStatus.GRANTED))
                < ladder.extensions(),
        asks
            && (sides.holder() || sides.verifier())
            && has(requests, ConcessionKind.SUSPENSION, Set.of(ConcessionStatus.ASKED)) == 0,
        asks
            && sides.holder()
            && !today.isAfter(last)
            && has(requests, ConcessionKind.OBJECTION, ANY) == 0,
        sides.above() && viewer.viewer().may(Permissions.OVERSEE_CARDS),
        ladder.extensionWorkingDays(),
        last.toString());
  }

  private static long has(
      List<ConcessionView> requests, ConcessionKind kind, Set<ConcessionStatus> states) {
    return requests.stream()
        .filter(one -> one.kind() == kind && states.contains(one.status()))
        .count();
  }
}
