package org.liangpai.notice.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.notice.ChoosingSettings;
import org.liangpai.notice.CityRhythm;
import org.liangpai.notice.FeedAddresses;
import org.liangpai.notice.NoticeSettings;
import org.liangpai.notice.Quiet;
import org.liangpai.notice.Rhythm;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** What somebody chooses about messages and the calendar. */
@Path("/notices/settings")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Blocking
class NoticeSettingsPages {

  private static final String SETTINGS = "/notices/settings";

  @CheckedTemplate(basePath = "notice-settings-pages")
  static class Templates {
    static native TemplateInstance settings(
        Typed typed,
        CityRhythm city,
        List<Rhythm> rhythms,
        List<Quiet> quiets,
        Feed feed,
        String done,
        String refused);
  }

  /** The calendar: since when there is one, and its address if it is new. */
  record Feed(Instant issuedAt, String address) {}

  /** What stands in the fields of the form. */
  record Typed(String email, String rhythm, String quiet, String quietFrom, String quietTo) {

    private static Typed of(NoticeSettings settings) {
      return new Typed(
          text(settings.email()),
          text(settings.rhythm()),
          text(settings.quiet()),
          text(settings.quietFrom()),
          text(settings.quietTo()));
    }

    private NoticeSettings settings() {
      return new NoticeSettings(
          Parameters.optionalText(email).orElse(null),
          Parameters.optionalOf(Rhythm.class, "rhythm", rhythm).orElse(null),
          Parameters.optionalOf(Quiet.class, "quiet", quiet).orElse(Quiet.DEFAULT),
          time("quietFrom", quietFrom),
          time("quietTo", quietTo));
    }

    private static LocalTime time(String field, String text) {
      try {
        return Parameters.optionalText(text).map(LocalTime::parse).orElse(null);
      } catch (DateTimeParseException malformed) {
        throw new Invalid(field, "时间“" + text + "”无效，应如 21:00");
      }
    }

    private static String text(Object value) {
      return value == null ? "" : value.toString();
    }
  }

  private final ChoosingSettings choosing;
  private final FeedAddresses feeds;

  NoticeSettingsPages(ChoosingSettings choosing, FeedAddresses feeds) {
    this.choosing = choosing;
    this.feeds = feeds;
  }

  @GET
  public TemplateInstance settings(@RestQuery String done) {
    return page(Typed.of(choosing.own()), null, done, null);
  }

  @POST
  public Response choose(
      @RestForm String email,
      @RestForm String rhythm,
      @RestForm String quiet,
      @RestForm String quietFrom,
      @RestForm String quietTo) {
    Typed typed =
        new Typed(
            Typed.text(email),
            Typed.text(rhythm),
            Typed.text(quiet),
            Typed.text(quietFrom),
            Typed.text(quietTo));
    try {
      choosing.choose(typed.settings());
    } catch (Invalid invalid) {
      return Response.status(400).entity(page(typed, null, null, invalid.getMessage())).build();
    }
    return done("settings");
  }

  /** The address stands on the page that answers and nowhere else, so nothing is redirected. */
  @POST
  @Path("feed")
  public Response issueFeed(@Context UriInfo here) {
    String address = feeds.issue(here.getBaseUri());
    return Response.ok(page(Typed.of(choosing.own()), address, null, null)).build();
  }

  @POST
  @Path("feed/removal")
  public Response withdrawFeed() {
    feeds.withdraw();
    return done("feed");
  }

  private TemplateInstance page(Typed typed, String address, String done, String refused) {
    return Templates.settings(
        typed,
        choosing.city(),
        List.of(Rhythm.values()),
        List.of(Quiet.values()),
        new Feed(feeds.issuedAt(), address),
        done,
        refused);
  }

  private static Response done(String what) {
    return Response.seeOther(URI.create(SETTINGS + "?done=" + what)).build();
  }
}
