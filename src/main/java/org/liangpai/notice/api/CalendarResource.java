package org.liangpai.notice.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.notice.CalendarFeed;
import org.liangpai.shared.Problem;

/** Calendars of due days, for programs that know their address and cannot sign in. */
@Path("/calendar")
@Tag(name = "通知")
class CalendarResource {

  private static final int NOT_FOUND = 404;

  private final CalendarFeed feed;

  CalendarResource(CalendarFeed feed) {
    this.feed = feed;
  }

  /** Not found like any page that is not there; the trail is not filled by whoever guesses. */
  @GET
  @PermitAll
  @Path("{token}.ics")
  @Operation(summary = "到期日历（iCalendar），凭订阅地址读取")
  public Response calendar(String token) {
    return feed.at(token)
        .map(text -> Response.ok(text, "text/calendar; charset=UTF-8").build())
        .orElseGet(
            () ->
                Response.status(NOT_FOUND)
                    .type(Problem.MEDIA_TYPE)
                    .entity(Problem.of(NOT_FOUND, "no-calendar", "没有这个日历", "订阅地址不存在，或已更换"))
                    .build());
  }
}
