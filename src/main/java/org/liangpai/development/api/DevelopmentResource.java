package org.liangpai.development.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.development.Light;
import org.liangpai.development.ListingReminders;
import org.liangpai.development.Reminder;
import org.liangpai.development.ReminderFilter;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The reminders about the development of members. */
@Path("/api/development")
@Tag(name = "发展党员提醒")
class DevelopmentResource {

  private final ListingReminders listing;
  private final Units units;

  DevelopmentResource(ListingReminders listing, Units units) {
    this.listing = listing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CLASSES)
  @Operation(summary = "发展党员三色提醒：最近排查的月份各支部的红、黄、绿灯和原因，重的在前")
  public Page<Reminder> list(
      @QueryParam("unit") String unit,
      @QueryParam("light") String light,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    ReminderFilter filter =
        new ReminderFilter(
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalOf(Light.class, "light", light));
    return listing.list(filter, Parameters.text(after), Parameters.limit(limit));
  }
}
