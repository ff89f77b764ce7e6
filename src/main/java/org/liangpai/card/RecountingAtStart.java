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
    viewer.asService(
        () -> {
          apart("verifications", () -> verifications.recount(calendar));
          apart("cards", this::cards);
        });
  }

  private void cards() {
    List<String> waiting = recounting.waiting(calendar);
    waiting.forEach(number -> apart(number, () -> recounting.recount(number, calendar)));
    if (!waiting.isEmpty()) {
      LOG.infof("Due days of %d cards were counted anew by the present calendar", waiting.size());
    }
  }

  /** One that fails keeps no other from being counted. */
  private static void apart(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "Due days of %s could not be counted anew; the next start will", what);
    }
  }
}
