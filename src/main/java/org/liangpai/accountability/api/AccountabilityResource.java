package org.liangpai.accountability.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.accountability.AnsweringMeasure;
import org.liangpai.accountability.CaseFilter;
import org.liangpai.accountability.CaseStatus;
import org.liangpai.accountability.CaseView;
import org.liangpai.accountability.Concerned;
import org.liangpai.accountability.DecidingCases;
import org.liangpai.accountability.Opening;
import org.liangpai.accountability.ReadingCases;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Cases of accountability. */
@Path("/api/accountability")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "问责")
class AccountabilityResource {

  /** A case that the service did not propose; branch and card may be left out. */
  record CaseRequest(
      String unitCode,
      String branchCode,
      String cardNumber,
      String grounds,
      String measure,
      String post,
      String decision,
      String on) {

    private Concerned concerned() {
      return new Concerned(
          Parameters.optionalText(unitCode)
              .orElseThrow(() -> new Invalid("unitCode", "请填写所涉党组织编码")),
          Parameters.optionalText(branchCode).orElse(null),
          Parameters.optionalText(cardNumber).orElse(null));
    }
  }

  /** Whether a proposal becomes a case; {@code outcome} is OPEN or DECLINED. */
  record DecisionRequest(String outcome, String measure, String post, String decision, String on) {}

  /** What came of a case. */
  record ResultRequest(String result, String on) {}

  private final ReadingCases reading;
  private final DecidingCases deciding;
  private final Units units;

  AccountabilityResource(ReadingCases reading, DecidingCases deciding, Units units) {
    this.reading = reading;
    this.deciding = deciding;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTABILITY)
  @Operation(summary = "问责事项，最新的在前，可按党组织（含下级）、状态筛选；只有所涉单位的上级看得到")
  @ReadsJudgements(ObjectKind.ACCOUNTABILITY)
  public Page<CaseView> list(
      @QueryParam("unit") String unit,
      @QueryParam("status") String status,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    CaseFilter filter =
        new CaseFilter(
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalOf(CaseStatus.class, "status", status));
    return reading.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTABILITY)
  @Path("{id}")
  @Operation(summary = "一个问责事项")
  @ReadsJudgements(ObjectKind.ACCOUNTABILITY)
  public CaseView get(String id) {
    return reading.get(Parameters.number("问责事项", id));
  }

  @POST
  @PermissionsAllowed(Permissions.DECIDE_ACCOUNTABILITY)
  @Operation(summary = "启动一个系统没有建议的问责事项，可写明所涉支部、亮牌；对象写职务，不要求姓名")
  public Response open(@NotNull(message = "请提供请求正文") @Valid CaseRequest request) {
    long id =
        deciding.open(
            request.concerned(),
            request.grounds(),
            opening(request.measure(), request.post(), request.decision(), request.on()));
    return Response.created(UriBuilder.fromPath("/api/accountability/{id}").build(id))
        .entity(reading.get(id))
        .build();
  }

  @POST
  @PermissionsAllowed(Permissions.DECIDE_ACCOUNTABILITY)
  @Path("{id}/decision")
  @Operation(summary = "对建议作出决定：启动（OPEN）或不予启动（DECLINED），均须写明理由")
  public CaseView decide(String id, @NotNull(message = "请提供请求正文") @Valid DecisionRequest request) {
    long number = Parameters.number("问责事项", id);
    CaseStatus outcome =
        Parameters.optionalOf(CaseStatus.class, "outcome", request.outcome())
            .filter(one -> one == CaseStatus.OPEN || one == CaseStatus.DECLINED)
            .orElseThrow(() -> new Invalid("outcome", "请填写 OPEN（启动）或 DECLINED（不予启动）"));
    if (outcome == CaseStatus.OPEN) {
      deciding.open(
          number, opening(request.measure(), request.post(), request.decision(), request.on()));
    } else {
      deciding.decline(
          number, request.decision(), Parameters.optionalDay("on", request.on()).orElse(null));
    }
    return reading.get(number);
  }

  @POST
  @PermissionsAllowed(Permissions.DECIDE_ACCOUNTABILITY)
  @Path("{id}/result")
  @Operation(summary = "记录办理结果和日期")
  public CaseView conclude(String id, @NotNull(message = "请提供请求正文") @Valid ResultRequest request) {
    long number = Parameters.number("问责事项", id);
    deciding.conclude(
        number, request.result(), Parameters.optionalDay("on", request.on()).orElse(null));
    return reading.get(number);
  }

  private static Opening opening(String measure, String post, String decision, String on) {
    return new Opening(
        Parameters.optionalOf(AnsweringMeasure.class, "measure", measure).orElse(null),
        post,
        decision,
        Parameters.optionalDay("on", on).orElse(null));
  }
}
