package org.liangpai.concession.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.concession.ConcessionKind;
import org.liangpai.concession.ConcessionStatus;
import org.liangpai.concession.ConcessionView;
import org.liangpai.concession.DecidingConcessions;
import org.liangpai.concession.ListingConcessions;
import org.liangpai.concession.ListingSuspensions;
import org.liangpai.concession.OpenSuccessions;
import org.liangpai.concession.Ruling;
import org.liangpai.concession.SuspendedCard;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** What waits for a decision, what was decided, and what is set aside. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConcessionPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "concession-pages")
  static class Templates {
    static native TemplateInstance list(
        ConcessionQuery query,
        List<ConcessionView> requests,
        String next,
        List<UnitView> units,
        List<ConcessionKind> kinds,
        List<ConcessionStatus> statuses);

    static native TemplateInstance suspensions(
        String unit, List<SuspendedCard> cards, int count, String next, List<UnitView> units);

    static native TemplateInstance successions(List<OpenSuccessions.Waiting> branches, String next);
  }

  private final ListingConcessions listing;
  private final ListingSuspensions suspensions;
  private final OpenSuccessions successions;
  private final DecidingConcessions deciding;
  private final Units units;

  ConcessionPages(
      ListingConcessions listing,
      ListingSuspensions suspensions,
      OpenSuccessions successions,
      DecidingConcessions deciding,
      Units units) {
    this.listing = listing;
    this.suspensions = suspensions;
    this.successions = successions;
    this.deciding = deciding;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Path("concessions")
  public TemplateInstance list(@BeanParam ConcessionQuery query) {
    query.filter().unit().ifPresent(units::existing);
    Page<ConcessionView> page = listing.list(query.filter(), Parameters.after(query.after()), SIZE);
    return Templates.list(
        query,
        page.items(),
        page.next() == null ? null : query.address(page.next()),
        units.list("", MOST_UNITS).items(),
        List.of(ConcessionKind.values()),
        List.of(ConcessionStatus.values()));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Path("suspensions")
  public TemplateInstance suspended(@RestQuery String unit, @RestQuery String after) {
    Optional<String> of = Parameters.optionalText(unit).map(units::existing);
    Page<SuspendedCard> page = suspensions.list(of, Parameters.text(after), SIZE);
    return Templates.suspensions(
        of.orElse(""),
        page.items(),
        suspensions.count(of),
        page.next() == null
            ? null
            : ListAddress.of("/suspensions")
                .with("unit", of.orElse(""))
                .with("after", page.next())
                .toString(),
        units.list("", MOST_UNITS).items());
  }

  @GET
  @PermissionsAllowed(Permissions.PASS_ON_CARDS)
  @Path("successions")
  public TemplateInstance successions(@RestQuery String after) {
    Page<OpenSuccessions.Waiting> page = successions.list(Parameters.text(after), SIZE);
    return Templates.successions(
        page.items(),
        page.next() == null
            ? null
            : ListAddress.of("/successions").with("after", page.next()).toString());
  }

  @POST
  @Done("延期的审批意见已记下，申请人会收到通知。")
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("extensions/{id}/decision")
  public Response extension(
      String id, @RestForm String granted, @RestForm String workingDays, @RestForm String reason) {
    Integer days =
        Parameters.optionalText(workingDays)
            .map(text -> WholeNumber.of("workingDays", text))
            .orElse(null);
    return seen(
        deciding.extension(
            Parameters.number(ConcessionKind.EXTENSION.label() + "申请", id),
            new Ruling(isGranted(granted), days, reason)));
  }

  @POST
  @Done("挂账的审批意见已记下，申请人会收到通知。")
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("suspensions/{id}/decision")
  public Response suspension(String id, @RestForm String granted, @RestForm String reason) {
    return seen(
        deciding.suspension(
            Parameters.number(ConcessionKind.SUSPENSION.label() + "申请", id),
            new Ruling(isGranted(granted), null, reason)));
  }

  @POST
  @Done("申诉的审批意见已记下，申请人会收到通知。")
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("objections/{id}/decision")
  public Response objection(String id, @RestForm String granted, @RestForm String reason) {
    return seen(
        deciding.objection(
            Parameters.number(ConcessionKind.OBJECTION.label() + "申请", id),
            new Ruling(isGranted(granted), null, reason)));
  }

  private static boolean isGranted(String text) {
    if ("true".equals(text) || "false".equals(text)) {
      return "true".equals(text);
    }
    throw new Invalid("granted", "请选择同意或不同意");
  }

  private static Response seen(String card) {
    return Response.seeOther(UriBuilder.fromPath("/cards/{number}").build(card)).build();
  }
}
