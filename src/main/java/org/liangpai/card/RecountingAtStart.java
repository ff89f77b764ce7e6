package org.liangpai.card;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.StartWorkDone;
import org.liangpai.verification.RecountingVerifications;

/**
 * Has due days counted anew at each start: the calendar changes only with a new version of the
 * service or a new file of its own days, and both ask for one.
 */
@ApplicationScoped
class RecountingAtStart {

  /** Before the ladder is climbed, which looks at due days. */
  private static final int EARLY = 1_000;

  private static final Logger LOG = Logger.getLogger(RecountingAtStart.class);

  private final RecountingDueDays recounting;
  private final RecountingVerifications verifications;
  private final WorkingCalendar calendar;
  private final CurrentViewer viewer;

  RecountingAtStart(
      RecountingDueDays recounting,
      RecountingVerifications verifications,
      WorkingCalendar calendar,
      CurrentViewer viewer) {
    this.recounting = recounting;
    this.verifications = verifications;
    this.calendar = calendar;
    this.viewer = viewer;
  }

  void recount(@Observes @Priority(EARLY) StartWorkDone event) {
    try {
      int cards =
          viewer.asService(
              () -> {
                List<String> waiting = recounting.waiting(calendar);
                waiting.forEach(number -> recounting.recount(number, calendar));
                verifications.recount(calendar);
                return waiting.size();
              });
      if (cards > 0) {
        LOG.infof("Due days of %d cards were counted anew by the present calendar", cards);
      }
    } catch (RuntimeException failed) {
      LOG.error("Due days could not be counted anew; the next start will try again", failed);
    }
  }
}
