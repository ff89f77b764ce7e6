package org.liangpai.calendar;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
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
    try {
      return new WorkingCalendar(
          overrides
              .filter(path -> !path.isBlank())
              .map(path -> published.overriddenBy(OverrideFile.read(Path.of(path))))
              .orElse(published));
    } catch (CalendarRefused refused) {
      // Told by its message alone, without a stack trace: whoever edits the file is to read it.
      throw new ConfigurationException(refused.getMessage());
    }
  }
}
