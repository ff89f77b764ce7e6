package org.liangpai.development.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.development.Light;
import org.liangpai.development.ListingReminders;
import org.liangpai.development.Reminder;
import org.liangpai.development.ReminderFilter;
import org.liangpai.security.Permissions;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The reminders about the development of members, in three colours. */
@Path("/development")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DevelopmentPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "development-pages")
  static class Templates {
    static native TemplateInstance list(
        Asked asked,
        YearMonth month,
        List<Count> counts,
        List<UnitView> units,
        List<Reminder> all,
        String next);
  }

  /** What the address of the page asks for. */
  public record Asked(String unit, String light) {

    String address(String after) {
      return ListAddress.of("/development")
          .with("light", light)
          .with("unit", unit)
          .with("after", after)
          .toString();
    }
  }

  /** How many branches there are of a light. */
  public record Count(Light light, int branches) {}

  private final ListingReminders listing;
  private final Units units;

  DevelopmentPages(ListingReminders listing, Units units) {
    this.listing = listing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CLASSES)
  public TemplateInstance list(
      @RestQuery String unit, @RestQuery String light, @RestQuery String after) {
    Optional<String> wanted = Parameters.optionalText(unit).map(units::existing);
    ReminderFilter filter =
        new ReminderFilter(wanted, Parameters.optionalOf(Light.class, "light", light));
    Asked asked = new Asked(wanted.orElse(""), filter.light().map(Enum::name).orElse(""));
    Page<Reminder> page = listing.list(filter, Parameters.text(after), SIZE);
    Map<Light, Integer> counts = listing.counts(filter);
    return Templates.list(
        asked,
        listing.month().orElse(null),
        Arrays.stream(Light.values())
            .map(one -> new Count(one, counts.getOrDefault(one, 0)))
            .toList(),
        units.list("", MOST_UNITS).items(),
        page.items(),
        page.next() == null ? null : asked.address(page.next()));
  }
}
