package org.liangpai.notice.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.notice.ChoosingSettings;
import org.liangpai.notice.DeadLetter;
import org.liangpai.notice.KeepingRobots;
import org.liangpai.notice.OutboxStanding;
import org.liangpai.notice.Rhythm;
import org.liangpai.notice.RobotKind;
import org.liangpai.notice.RobotView;
import org.liangpai.notice.RobotWishes;
import org.liangpai.notice.WatchingOutbox;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Refusal;

/** The robots of group chats and the outbox, for the system administrator. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
@PermissionsAllowed(Permissions.MANAGE_NOTICES)
@Blocking
class ChannelPages {

  private static final String CHANNELS = "/notices/channels";
  private static final int MOST = 100;

  @CheckedTemplate(basePath = "channel-pages")
  static class Templates {
    static native TemplateInstance channels(
        List<RobotView> robots,
        Choices choices,
        boolean mail,
        OutboxStanding standing,
        List<DeadLetter> dead,
        String done,
        Refused refused);
  }

  /** What there is to choose from. */
  record Choices(List<RobotKind> kinds, List<Rhythm> rhythms, List<KeepingRobots.Place> places) {}

  /** What was not done, and what was typed; never the address and the secret. */
  record Refused(String message, String kind, String name, String unit) {}

  private final KeepingRobots robots;
  private final WatchingOutbox outbox;
  private final ChoosingSettings settings;

  ChannelPages(KeepingRobots robots, WatchingOutbox outbox, ChoosingSettings settings) {
    this.robots = robots;
    this.outbox = outbox;
    this.settings = settings;
  }

  @GET
  @Path("channels")
  public TemplateInstance channels(@RestQuery String done) {
    return page(done, null);
  }

  @POST
  @Path("channels")
  public Response add(
      @RestForm String kind,
      @RestForm String name,
      @RestForm String unit,
      @RestForm String url,
      @RestForm String secret,
      @RestForm String rhythm) {
    try {
      RobotKind chosen =
          Parameters.optionalOf(RobotKind.class, "kind", kind)
              .orElseThrow(() -> new Invalid("kind", "请选择种类"));
      robots.add(wishes(chosen, name, unit, url, secret, null, rhythm));
    } catch (Invalid invalid) {
      return refused(
          new Refused(
              invalid.getMessage(),
              Parameters.text(kind),
              Parameters.text(name),
              Parameters.text(unit)));
    }
    return done("added");
  }

  @POST
  @Path("channels/{id}")
  public Response change(
      String id,
      @RestForm String name,
      @RestForm String unit,
      @RestForm String url,
      @RestForm String secret,
      @RestForm String unsigned,
      @RestForm String rhythm) {
    long robot = Parameters.number("群机器人", id);
    RobotKind kind = robots.get(robot).kind();
    try {
      robots.change(robot, wishes(kind, name, unit, url, secret, unsigned, rhythm));
    } catch (Invalid invalid) {
      return refused(new Refused(invalid.getMessage(), "", "", ""));
    }
    return done("changed");
  }

  @POST
  @Path("channels/{id}/trial")
  public Response tryOut(String id) {
    try {
      robots.tryOut(Parameters.number("群机器人", id));
    } catch (Refusal refusal) {
      return refused(new Refused(refusal.getMessage(), "", "", ""));
    }
    return done("tried");
  }

  @POST
  @Path("channels/{id}/removal")
  public Response remove(String id) {
    robots.remove(Parameters.number("群机器人", id));
    return done("removed");
  }

  @POST
  @Path("dead-letters/{id}/sending")
  public Response sendAgain(String id) {
    outbox.sendAgain(Parameters.uuid("消息", id));
    return done("again");
  }

  private TemplateInstance page(String done, Refused refused) {
    return Templates.channels(
        robots.list(),
        new Choices(List.of(RobotKind.values()), List.of(Rhythm.values()), robots.places()),
        settings.city().mail(),
        outbox.standing(),
        outbox.dead(MOST),
        done,
        refused);
  }

  private Response refused(Refused refused) {
    return Response.status(400).entity(page(null, refused)).build();
  }

  private static RobotWishes wishes(
      RobotKind kind,
      String name,
      String unit,
      String url,
      String secret,
      String unsigned,
      String rhythm) {
    return new RobotWishes(
        kind,
        Parameters.text(name),
        Parameters.text(unit),
        Parameters.text(url),
        Parameters.text(secret),
        unsigned != null,
        Parameters.optionalOf(Rhythm.class, "rhythm", rhythm).orElse(Rhythm.AT_ONCE));
  }

  private static Response done(String what) {
    return Response.seeOther(URI.create(CHANNELS + "?done=" + what)).build();
  }
}
