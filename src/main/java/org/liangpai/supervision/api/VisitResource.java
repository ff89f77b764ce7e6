package org.liangpai.supervision.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.ListingVisits;
import org.liangpai.supervision.VisitFilter;
import org.liangpai.supervision.VisitView;
import org.liangpai.supervision.WithdrawingVisits;
import org.liangpai.supervision.WritingVisits;

/** The visits to branches. */
@Path("/api/visits")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "督导")
class VisitResource {

  private final ListingVisits listing;
  private final WritingVisits writing;
  private final WithdrawingVisits withdrawing;
  private final Units units;

  VisitResource(
      ListingVisits listing, WritingVisits writing, WithdrawingVisits withdrawing, Units units) {
    this.listing = listing;
    this.writing = writing;
    this.withdrawing = withdrawing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Operation(summary = "走访记录，新的在前，可按支部、账号、党组织（含下级）筛选")
  public Page<VisitView> list(
      @RestQuery String branch,
      @RestQuery String account,
      @RestQuery String unit,
      @RestQuery String after,
      @RestQuery String limit) {
    VisitFilter filter =
        new VisitFilter(
            Parameters.optionalText(branch),
            Parameters.optionalText(account),
            Parameters.optionalText(unit).map(units::existing));
    return listing.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("{id}")
  @Operation(summary = "一次走访")
  public VisitView get(String id) {
    return listing.get(Parameters.number("走访", id));
  }

  @POST
  @PermissionsAllowed(Permissions.WRITE_VISITS)
  @Operation(summary = "记录走访，由指派给这个支部的人填写；督导员可逐项填写落实情况")
  public VisitView write(@NotNull(message = "请提供请求正文") @Valid VisitRequest request) {
    return listing.get(writing.write(request.report()));
  }

  @POST
  @PermissionsAllowed(Permissions.WRITE_VISITS)
  @Path("{id}/withdrawal")
  @Operation(summary = "撤回本人记录的走访，须写明理由；记录保留但不再作数，当天的走访可以重新记录")
  public VisitView withdraw(String id, @NotNull(message = "请提供请求正文") @Valid ReasonRequest request) {
    long visit = Parameters.number("走访", id);
    withdrawing.withdraw(visit, request.reason());
    return listing.get(visit);
  }
}
