package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.branchclass.DerivingClasses;
import org.liangpai.branchclass.Quarter;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.crosscheck.DrawRequest;
import org.liangpai.crosscheck.DrawingCrossChecks;
import org.liangpai.demonstration.AssessingBranches;
import org.liangpai.demonstration.Assessment;
import org.liangpai.demonstration.CandidateFilter;
import org.liangpai.demonstration.ChoosingDemonstrations;
import org.liangpai.pairing.AcceptingPairings;
import org.liangpai.pairing.ChosenPair;
import org.liangpai.pairing.SuggestingPairings;
import org.liangpai.security.Role;

/**
 * What the levels above do once a month, on a day after its findings are verified: they choose
 * demonstration branches, pair, draw for checks and derive the classes of a quarter.
 */
@ApplicationScoped
class LastingPart implements HistoryPart {

  private static final int ON_WORKING_DAY = 15;
  private static final int MOST_CANDIDATES = 200;
  private static final int ONE_IN = 10;

  private final AssessingBranches assessing;
  private final ChoosingDemonstrations choosing;
  private final SuggestingPairings suggesting;
  private final AcceptingPairings accepting;
  private final DrawingCrossChecks drawing;
  private final DerivingClasses deriving;
  private final SampleActors actors;
  private final WorkingCalendar calendar;

  LastingPart(
      AssessingBranches assessing,
      ChoosingDemonstrations choosing,
      SuggestingPairings suggesting,
      AcceptingPairings accepting,
      DrawingCrossChecks drawing,
      DerivingClasses deriving,
      SampleActors actors,
      WorkingCalendar calendar) {
    this.assessing = assessing;
    this.choosing = choosing;
    this.suggesting = suggesting;
    this.accepting = accepting;
    this.drawing = drawing;
    this.deriving = deriving;
    this.actors = actors;
    this.calendar = calendar;
  }

  @Override
  public int hour() {
    return 17;
  }

  @Override
  public void act(HistoryDay day) {
    LocalDate eve = day.day().withDayOfMonth(1).minusDays(1);
    if (calendar.workingDaysBetween(eve, day.day()) != ON_WORKING_DAY) {
      return;
    }
    LocalDate today = day.day();
    actors.tries(Role.CITY_OFFICER, () -> choose(today));
    actors.tries(Role.CITY_OFFICER, this::pair);
    actors.tries(
        Role.CITY_OFFICER,
        () ->
            drawing.draw(
                new DrawRequest(SampleUnits.CITY, eve.withDayOfMonth(1), eve, "示例" + eve)));
    actors.tries(Role.CITY_OFFICER, () -> deriving.derive(Quarter.of(today).before()));
  }

  private void choose(LocalDate today) {
    List<Assessment> candidates =
        assessing
            .candidates(
                new CandidateFilter(Optional.empty(), Optional.empty()), "", MOST_CANDIDATES)
            .items();
    for (int i = 0; i < candidates.size(); i += ONE_IN) {
      choosing.choose(candidates.get(i).branchCode(), today, "示例：连续多月运行规范，经研究确定");
    }
  }

  /** Half of what is suggested is accepted, so that there is something to compare with. */
  private void pair() {
    List<ChosenPair> pairs =
        suggesting.suggest(List.of()).pairs().stream()
            .map(pair -> new ChosenPair(pair.weak().code(), pair.strong().code()))
            .filter(pair -> pair.weak().hashCode() % 2 == 0)
            .toList();
    if (!pairs.isEmpty()) {
      accepting.accept(pairs, "示例：按建议结对");
    }
  }
}
