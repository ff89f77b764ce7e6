package org.liangpai.supervision.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.Units;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.AssigningSupervision;
import org.liangpai.supervision.Assignment;
import org.liangpai.supervision.AssignmentFilter;
import org.liangpai.supervision.AssignmentKind;
import org.liangpai.supervision.Candidate;
import org.liangpai.supervision.Candidates;
import org.liangpai.supervision.HandOver;
import org.liangpai.supervision.HandingOver;
import org.liangpai.supervision.ListingAssignments;
import org.liangpai.supervision.ListingSupervision;
import org.liangpai.supervision.SuggestingAssignments;
import org.liangpai.supervision.Suggestion;
import org.liangpai.supervision.SupervisedBranch;
import org.liangpai.supervision.SupervisionCount;
import org.liangpai.supervision.SupervisionFilter;

/** Who takes which branch. */
@Path("/api/supervision")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "督导")
class SupervisionResource {

  /** What was assigned: the ids of the new assignments. */
  record Assigned(List<Long> assignments) {}

  private final ListingSupervision listing;
  private final ListingAssignments assignments;
  private final Candidates candidates;
  private final AssigningSupervision assigning;
  private final HandingOver handingOver;
  private final SuggestingAssignments suggesting;
  private final Units units;
  private final CurrentViewer viewer;

  SupervisionResource(
      ListingSupervision listing,
      ListingAssignments assignments,
      Candidates candidates,
      AssigningSupervision assigning,
      HandingOver handingOver,
      SuggestingAssignments suggesting,
      Units units,
      CurrentViewer viewer) {
    this.listing = listing;
    this.assignments = assignments;
    this.candidates = candidates;
    this.assigning = assigning;
    this.handingOver = handingOver;
    this.suggesting = suggesting;
    this.units = units;
    this.viewer = viewer;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("work-list")
  @Operation(summary = "指派给我的支部，风险大的在前，其次按到期日")
  public Page<SupervisedBranch> workList(
      @RestQuery String kind, @RestQuery String after, @RestQuery String limit) {
    SupervisionFilter mine = SupervisionFilter.of(viewer.account(), kind(kind));
    return listing.list(mine, Parameters.text(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("branches")
  @Operation(summary = "有亮牌或已指派的支部及由谁联系，风险大的在前；gap查缺联系领导、缺督导员、人已不在岗的")
  public Page<SupervisedBranch> branches(
      @RestQuery String unit,
      @RestQuery String account,
      @RestQuery String kind,
      @RestQuery String gap,
      @RestQuery String after,
      @RestQuery String limit) {
    SupervisionFilter filter =
        new SupervisionFilter(
            Parameters.optionalText(unit).map(units::existing),
            Optional.empty(),
            Parameters.optionalText(account),
            kind(kind),
            Parameters.optionalOf(SupervisionFilter.Gap.class, "gap", gap));
    return listing.list(filter, Parameters.text(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("branches/{branchCode}")
  @Operation(summary = "一个支部的亮牌情况和由谁联系")
  public SupervisedBranch branch(String branchCode) {
    return listing.get(branchCode);
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("count")
  @Operation(summary = "有亮牌的支部中，缺联系领导、缺督导员、人已不在岗的各有几个")
  public SupervisionCount count(@RestQuery String unit) {
    return listing.count(
        new SupervisionFilter(
            Parameters.optionalText(unit).map(units::existing),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("assignments")
  @Operation(summary = "指派记录，新的在前；inForce=true只看今天有效的")
  public Page<Assignment> assignments(
      @RestQuery String kind,
      @RestQuery String account,
      @RestQuery String branch,
      @RestQuery String unit,
      @RestQuery boolean inForce,
      @RestQuery String after,
      @RestQuery String limit) {
    AssignmentFilter filter =
        new AssignmentFilter(
            kind(kind),
            Parameters.optionalText(account),
            Parameters.optionalText(branch),
            Parameters.optionalText(unit).map(units::existing),
            inForce);
    return assignments.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("assignments/{id}")
  @Operation(summary = "一条指派记录")
  public Assignment assignment(String id) {
    return assignments.get(Parameters.number("指派", id));
  }

  @GET
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("candidates")
  @Operation(summary = "管理范围内今天在岗、可以指派的联系领导或督导员，及其现有支部数")
  public List<Candidate> candidates(@RestQuery String kind) {
    return candidates.of(kind(kind).orElse(AssignmentKind.SUPERVISOR));
  }

  @POST
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("assignments")
  @Operation(summary = "把支部指派给一名联系领导或督导员，全部成功或全部不变")
  public Assigned assign(@NotNull(message = "请提供请求正文") @Valid TakingRequest request) {
    return new Assigned(assigning.assign(request.taking()));
  }

  @POST
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("assignments/{id}/end")
  @Operation(summary = "结束指派，须写明理由")
  public Assignment end(String id, @NotNull(message = "请提供请求正文") @Valid ReasonRequest request) {
    long assignment = Parameters.number("指派", id);
    assigning.end(assignment, request.reason());
    return assignments.get(assignment);
  }

  @POST
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("hand-overs")
  @Operation(summary = "从某一天起把一个人联系的支部全部交给另一个人；交出的人保留此前的日期；填了toOn的，此后仍由交出的人联系")
  public HandOver.Done handOver(@NotNull(message = "请提供请求正文") @Valid HandOverRequest request) {
    return handingOver.handOver(request.handOver());
  }

  @GET
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("suggestions")
  @Operation(summary = "建议由谁联系还没有人联系的亮牌支部：工作量均衡、就近、已有的不动；只是建议，由人决定")
  public Suggestion suggest(@RestQuery String kind, @RestQuery String unit) {
    return suggesting.suggest(
        kind(kind).orElse(AssignmentKind.SUPERVISOR),
        Parameters.optionalText(unit).map(units::existing));
  }

  @POST
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("suggestions")
  @Operation(summary = "采纳选定的建议，全部成功或全部不变")
  public Assigned accept(@NotNull(message = "请提供请求正文") @Valid SuggestionRequest request) {
    return new Assigned(assigning.assign(request.takings()));
  }

  private static Optional<AssignmentKind> kind(String text) {
    return Parameters.optionalOf(AssignmentKind.class, "kind", text);
  }

  /** The kind that a request must name. */
  static AssignmentKind required(String text) {
    return kind(text)
        .orElseThrow(() -> new Invalid("kind", "请填写 CONTACT_LEADER 联系领导 或 SUPERVISOR 督导员"));
  }
}
