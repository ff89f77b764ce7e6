package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import org.liangpai.concession.EndingSuspensions;
import org.liangpai.escalation.Escalating;
import org.liangpai.help.ClimbingHelp;
import org.liangpai.rectification.ClosingWatches;

/** What the service itself does every morning. */
@ApplicationScoped
class MorningPart implements HistoryPart {

  private final ClosingWatches watches;
  private final EndingSuspensions suspensions;
  private final ClimbingHelp help;
  private final Escalating escalating;

  MorningPart(
      ClosingWatches watches,
      EndingSuspensions suspensions,
      ClimbingHelp help,
      Escalating escalating) {
    this.watches = watches;
    this.suspensions = suspensions;
    this.help = help;
    this.escalating = escalating;
  }

  @Override
  public int hour() {
    return 6;
  }

  @Override
  public void act(HistoryDay day) {
    watches.close();
    suspensions.endDue();
    help.everyMorning();
    escalating.all();
  }
}
