package org.liangpai.rectification.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.rectification.CardRectification;
import org.liangpai.rectification.DecidingMeasures;
import org.liangpai.rectification.ReadingRectification;
import org.liangpai.rectification.ReportingLines;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** Measures that were proposed together, by the number that they have together. */
@Path("/api/measures/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "整改")
class MeasureResource {

  /** What the verifier wants to say to the measures. */
  record AcceptanceRequest(String remark) {}

  /** Why the measures are returned: a code of the list and words. */
  record ReturnRequest(String reason, String remark) {}

  /** A measure that is done: which of them, from 1, and on which day. */
  record CompletionRequest(@NotNull(message = "请填写第几条措施 measure") Integer measure, String doneOn) {}

  private final DecidingMeasures deciding;
  private final ReportingLines reporting;
  private final ReadingRectification reading;

  MeasureResource(
      DecidingMeasures deciding, ReportingLines reporting, ReadingRectification reading) {
    this.deciding = deciding;
    this.reporting = reporting;
    this.reading = reading;
  }

  @POST
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("acceptance")
  @Operation(summary = "认可一份整改措施（id 是一起提交的那份措施的编号）")
  public CardRectification accept(String id, AcceptanceRequest request) {
    String remark = request == null ? null : request.remark();
    return reading.of(deciding.accept(plan(id), remark));
  }

  @POST
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("return")
  @Operation(summary = "退回一份整改措施：从清单中选理由，并写明意见")
  public CardRectification giveBack(
      String id, @NotNull(message = "请提供请求正文") ReturnRequest request) {
    return reading.of(deciding.giveBack(plan(id), request.reason(), request.remark()));
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("completion")
  @Operation(summary = "标记一份已认可的整改措施中的一条已经完成")
  public CardRectification complete(
      String id, @NotNull(message = "请提供请求正文") @Valid CompletionRequest request) {
    return reading.of(
        reporting.complete(
            plan(id),
            request.measure(),
            Parameters.optionalDay("doneOn", request.doneOn()).orElse(null)));
  }

  private static long plan(String id) {
    return Parameters.number("整改措施", id);
  }
}
