package org.liangpai.demonstration.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.demonstration.AssessingBranches;
import org.liangpai.demonstration.Assessment;
import org.liangpai.demonstration.CandidateFilter;
import org.liangpai.demonstration.ChoosingDemonstrations;
import org.liangpai.demonstration.Demonstration;
import org.liangpai.demonstration.ListingDemonstrations;
import org.liangpai.demonstration.Published;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Demonstration branches: the published list, the candidates, and what people decide. */
@Path("/api/demonstrations")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "示范党支部")
class DemonstrationResource {

  /** A candidate that is chosen: from which day, today if not given, and why. */
  record Choice(
      String branch, String since, @Size(max = 2000, message = "理由不能超过2000字") String reason) {}

  /** Why something is done. */
  record Reason(@Size(max = 2000, message = "理由不能超过2000字") String reason) {}

  private final ListingDemonstrations listing;
  private final AssessingBranches assessing;
  private final ChoosingDemonstrations choosing;
  private final Units units;
  private final Clock clock;

  DemonstrationResource(
      ListingDemonstrations listing,
      AssessingBranches assessing,
      ChoosingDemonstrations choosing,
      Units units,
      Clock clock) {
    this.listing = listing;
    this.assessing = assessing;
    this.choosing = choosing;
    this.units = units;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Operation(summary = "公布的示范党支部，全市都能看；可按领域筛选，新的在前；ended=true 看已取消的")
  public Page<Published> list(
      @QueryParam("domain") String domain,
      @QueryParam("ended") String ended,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    return listing.published(
        Parameters.optionalText(domain),
        "true".equals(ended),
        Parameters.text(after),
        Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Path("candidates")
  @Operation(summary = "符合条件的候选支部和各条事实，可按党组织（含下级）、领域筛选")
  public Page<Assessment> candidates(
      @QueryParam("unit") String unit,
      @QueryParam("domain") String domain,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    return assessing.candidates(
        new CandidateFilter(
            Parameters.optionalText(unit).map(units::existing), Parameters.optionalText(domain)),
        Parameters.text(after),
        Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Path("branches/{branchCode}")
  @Operation(summary = "一个支部为什么是、为什么不是候选")
  public Assessment assessment(String branchCode) {
    return assessing.of(branchCode);
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Path("{number}")
  @Operation(summary = "一个示范党支部的依据和经过，能看这个支部的人可以看")
  public Demonstration get(String number) {
    return listing.get(number);
  }

  @POST
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Operation(summary = "从候选支部中选定示范党支部，须写明理由")
  public Response choose(@NotNull(message = "请提供请求正文") @Valid Choice choice) {
    String branch =
        Parameters.optionalText(choice.branch())
            .orElseThrow(() -> new Invalid("branch", "请填写支部编码"));
    Optional<LocalDate> since = Parameters.optionalDay("since", choice.since());
    String number =
        choosing.choose(branch, since.orElseGet(() -> LocalDate.now(clock)), choice.reason());
    return Response.created(UriBuilder.fromPath("/api/demonstrations/{number}").build(number))
        .entity(listing.get(number))
        .build();
  }

  @POST
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Path("{number}/resumption")
  @Operation(summary = "恢复因红牌暂停的示范党支部，红牌须已摘掉")
  public Demonstration resume(String number, @NotNull(message = "请提供请求正文") @Valid Reason request) {
    choosing.resume(number, request.reason());
    return listing.get(number);
  }

  @POST
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Path("{number}/end")
  @Operation(summary = "取消示范党支部，须写明理由")
  public Demonstration end(String number, @NotNull(message = "请提供请求正文") @Valid Reason request) {
    choosing.end(number, request.reason());
    return listing.get(number);
  }
}
