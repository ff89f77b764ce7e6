package org.liangpai.calendar;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the calendar of the service from the published days and the city's own. */
@Singleton
class CalendarConfig {

  // At start, so that a malformed file is noticed then and not on the first due day.
  @Produces
  @Singleton
  @Startup
  WorkingCalendar calendar(
      @ConfigProperty(name = "liangpai.calendar.overrides") Optional<String> overrides) {
    DayBook published = StateCouncilDays.read();
    return new WorkingCalendar(
        overrides
            .filter(path -> !path.isBlank())
            .map(path -> published.overriddenBy(OverrideFile.read(Path.of(path))))
            .orElse(published));
  }
}
