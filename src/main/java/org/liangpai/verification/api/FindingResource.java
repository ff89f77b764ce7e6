package org.liangpai.verification.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.branch.Units;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.verification.CommentingFindings;
import org.liangpai.verification.FindingFilter;
import org.liangpai.verification.FindingStatus;
import org.liangpai.verification.FindingView;
import org.liangpai.verification.ListingFindings;
import org.liangpai.verification.TakingBackDecisions;
import org.liangpai.verification.VerifyingFindings;
import org.liangpai.warninglist.Level;

/** The findings and their verification. */
@Path("/api")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "核实")
class FindingResource {

  private final ListingFindings listing;
  private final VerifyingFindings verifying;
  private final TakingBackDecisions takingBack;
  private final CommentingFindings commenting;
  private final Units units;
  private final CurrentViewer viewer;

  FindingResource(
      ListingFindings listing,
      VerifyingFindings verifying,
      TakingBackDecisions takingBack,
      CommentingFindings commenting,
      Units units,
      CurrentViewer viewer) {
    this.commenting = commenting;
    this.units = units;
    this.listing = listing;
    this.verifying = verifying;
    this.takingBack = takingBack;
    this.viewer = viewer;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_FINDINGS)
  @Path("findings")
  @Operation(summary = "疑似问题，可按月份、支部、党组织（含下级）、情形、等级、状态筛选；mine=true 只看由本人核实的")
  @ReadsJudgements(ObjectKind.FINDING)
  public Page<FindingView> list(
      @QueryParam("month") String month,
      @QueryParam("branch") String branch,
      @QueryParam("unit") String unit,
      @QueryParam("item") String item,
      @QueryParam("level") String level,
      @QueryParam("status") String status,
      @QueryParam("mine") boolean mine,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    int size = Parameters.limit(limit);
    FindingFilter filter =
        new FindingFilter(
            Parameters.optionalMonth("month", month),
            Parameters.optionalText(branch),
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalText(item),
            Parameters.optionalOf(Level.class, "level", level),
            Parameters.optionalOf(FindingStatus.class, "status", status),
            mine);
    return listing.list(filter, Parameters.after(after), size);
  }

  @GET
  @PermissionsAllowed(Permissions.EXPORT_FINDINGS)
  @Path("findings.csv")
  @Produces("text/csv; charset=UTF-8")
  @Operation(summary = "一个月的全部命中，每行一个，按支部编码和情形排序")
  public Response csv(@QueryParam("month") String month) {
    YearMonth of = Parameters.month("month", month);
    StreamingOutput body =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          listing.writeCsv(of, writer);
          writer.flush();
        };
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings-" + of + ".csv\"")
        .build();
  }

  @GET
  @PermissionsAllowed(Permissions.READ_FINDINGS)
  @Path("findings/{id}")
  @Operation(summary = "一个疑似问题")
  @ReadsJudgements(ObjectKind.FINDING)
  public FindingView get(String id) {
    return listing.get(Parameters.number("疑似问题", id));
  }

  @POST
  @PermissionsAllowed(Permissions.VERIFY_FINDINGS)
  @Path("findings/{id}/verification")
  @Operation(summary = "核实一个疑似问题：属实、不予认定或数据有误，后两者须写明理由")
  public FindingView verify(
      String id, @NotNull(message = "请提供请求正文") @Valid VerificationRequest request) {
    long finding = Parameters.number("疑似问题", id);
    verifying.verify(
        List.of(finding), request.decisionOrRefuse(), request.reason(), viewer.account());
    return listing.get(finding);
  }

  @POST
  @PermissionsAllowed(Permissions.COMMENT_FINDINGS)
  @Path("findings/{id}/comments")
  @Operation(summary = "对责任在本党委、由上级核实的疑似问题说明情况，核实前可说明")
  public FindingView comment(
      String id, @NotNull(message = "请提供请求正文") @Valid CommentRequest request) {
    long finding = Parameters.number("疑似问题", id);
    commenting.comment(finding, request.text());
    return listing.get(finding);
  }

  @POST
  @PermissionsAllowed(Permissions.VERIFY_FINDINGS)
  @Path("findings/{id}/verification/withdrawal")
  @Operation(summary = "撤回本人刚作出的核实结论：作出后十分钟内、持牌对象看到亮牌之前")
  public FindingView takeBack(String id) {
    long finding = Parameters.number("疑似问题", id);
    takingBack.takeBack(finding, viewer.account());
    return listing.get(finding);
  }

  @POST
  @PermissionsAllowed(Permissions.VERIFY_FINDINGS)
  @Path("verifications")
  @Operation(summary = "一次核实多个疑似问题，全部成功或全部不变")
  public VerifyingFindings.Result verifyMany(
      @NotNull(message = "请提供请求正文") @Valid VerificationRequest request) {
    List<Long> findings = Optional.ofNullable(request.findings()).orElse(List.of());
    return verifying.verify(
        findings, request.decisionOrRefuse(), request.reason(), viewer.account());
  }
}
