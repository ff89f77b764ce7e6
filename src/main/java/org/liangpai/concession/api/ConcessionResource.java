package org.liangpai.concession.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.concession.ConcessionFilter;
import org.liangpai.concession.ConcessionKind;
import org.liangpai.concession.ConcessionStatus;
import org.liangpai.concession.ConcessionView;
import org.liangpai.concession.DecidingConcessions;
import org.liangpai.concession.ListingConcessions;
import org.liangpai.concession.ListingSuspensions;
import org.liangpai.concession.OpenSuccessions;
import org.liangpai.concession.SuspendedCard;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Requests and the decisions on them. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "审批")
class ConcessionResource {

  private static final String MISSING = "请提供请求正文";

  private final ListingConcessions listing;
  private final ListingSuspensions suspensions;
  private final OpenSuccessions successions;
  private final DecidingConcessions deciding;
  private final Units units;

  ConcessionResource(
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
  @Operation(summary = "延期、挂账、申诉的申请和审批，可按党组织、亮牌、类型、状态筛选；mine=true 只看等您审批的")
  public Page<ConcessionView> list(
      @QueryParam("unit") String unit,
      @QueryParam("card") String card,
      @QueryParam("kind") String kind,
      @QueryParam("status") String status,
      @QueryParam("mine") String mine,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    ConcessionFilter filter =
        new ConcessionFilter(
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalText(card),
            Parameters.optionalOf(ConcessionKind.class, "kind", kind),
            Parameters.optionalOf(ConcessionStatus.class, "status", status),
            "true".equals(mine));
    return listing.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Path("suspensions")
  @Operation(summary = "挂账中的亮牌")
  public Page<SuspendedCard> suspended(
      @QueryParam("unit") String unit,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    return suspensions.list(
        Parameters.optionalText(unit).map(units::existing),
        Parameters.text(after),
        Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.PASS_ON_CARDS)
  @Path("successions")
  @Operation(summary = "已撤销而尚有未了结亮牌的支部")
  public Page<OpenSuccessions.Waiting> successions(
      @QueryParam("after") String after, @QueryParam("limit") String limit) {
    return successions.list(Parameters.text(after), Parameters.limit(limit));
  }

  @POST
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("extensions/{id}/decision")
  @Operation(summary = "审批延期：可少给天数；不同意或少给须写明理由")
  public void extension(
      String id, @NotNull(message = MISSING) @Valid ConcessionRequests.Decision request) {
    deciding.extension(
        Parameters.number(ConcessionKind.EXTENSION.label() + "申请", id), request.ruling());
  }

  @POST
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("suspensions/{id}/decision")
  @Operation(summary = "审批挂账：不同意须写明理由")
  public void suspension(
      String id, @NotNull(message = MISSING) @Valid ConcessionRequests.Decision request) {
    deciding.suspension(
        Parameters.number(ConcessionKind.SUSPENSION.label() + "申请", id), request.ruling());
  }

  @POST
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("objections/{id}/decision")
  @Operation(summary = "审批申诉：由核实人以外的上级决定，须写明理由；成立的撤下情形")
  public void objection(
      String id, @NotNull(message = MISSING) @Valid ConcessionRequests.Decision request) {
    deciding.objection(
        Parameters.number(ConcessionKind.OBJECTION.label() + "申请", id), request.ruling());
  }
}
