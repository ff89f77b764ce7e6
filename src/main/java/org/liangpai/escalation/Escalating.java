package org.liangpai.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.liangpai.accountability.Proposing;
import org.liangpai.accountability.ProposingByHistory;
import org.liangpai.audit.Auditing;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardChanged;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Transactions;

/** Climbs the ladder: for everything once a day, and for one card when it has changed. */
@ApplicationScoped
public class Escalating {

  private final TakingSteps steps;
  private final ProposingByHistory history;
  private final Event<CardChanged> changed;
  private final CurrentViewer viewer;

  Escalating(
      Transactions transactions,
      Catalogue catalogue,
      WorkingCalendar calendar,
      Proposing proposing,
      ProposingByHistory history,
      Auditing auditing,
      Notifying notifying,
      Event<CardChanged> changed,
      CurrentViewer viewer,
      Clock clock) {
    this.steps =
        new TakingSteps(
            transactions,
            new LadderPolicy(catalogue.list().ladder(), calendar),
            proposing,
            auditing,
            notifying,
            clock);
    this.history = history;
    this.changed = changed;
    this.viewer = viewer;
  }

  /**
   * Takes every step that is due today, and proposes what the history of cards gives cause for. A
   * part that fails is told of once the others are done.
   *
   * @return how many steps were taken
   */
  public int all() {
    return viewer.asService(
        () -> {
          List<Step> taken = new ArrayList<>();
          Failures failures = new Failures();
          failures.spare(() -> steps.all(taken));
          failures.spare(() -> tell(taken));
          failures.spare(history::all);
          failures.end();
          return taken.size();
        });
  }

  /** The same for one card and its holder. */
  public int card(String number) {
    return viewer.asService(
        () -> {
          List<Step> taken = steps.card(number);
          tell(taken);
          history.ofHolderOf(number);
          return taken.size();
        });
  }

  private void tell(List<Step> taken) {
    taken.stream()
        .map(Step::card)
        .filter(Objects::nonNull)
        .map(LadderCard::number)
        .distinct()
        .forEach(number -> changed.fire(new CardChanged(number, CardAct.ESCALATED)));
  }
}
