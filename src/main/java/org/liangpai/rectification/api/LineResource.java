package org.liangpai.rectification.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.rectification.CardRectification;
import org.liangpai.rectification.CheckingLines;
import org.liangpai.rectification.ReadingRectification;
import org.liangpai.rectification.ReportingLines;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** Reporting a line of a card done, looking at it, and taking it off. */
@Path("/api/cards/{number}/lines/{line}")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "整改")
class LineResource {

  /**
   * What was done, and on which day.
   *
   * @param doneOn a day such as 2026-11-20
   */
  record ReportRequest(String text, String doneOn) {}

  /** What somebody who passes a line wants to say to it. */
  record PassRequest(String remark) {}

  /** Why a line does not pass: a code of the list and words. */
  record RejectionRequest(String reason, String remark) {}

  private final ReportingLines reporting;
  private final CheckingLines checking;
  private final ReadingRectification reading;

  LineResource(ReportingLines reporting, CheckingLines checking, ReadingRectification reading) {
    this.reporting = reporting;
    this.checking = checking;
    this.reading = reading;
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("report")
  @Operation(summary = "报告一项情形已整改完成：做了什么、哪天完成；不要求照片")
  public CardRectification report(
      String number, String line, @NotNull(message = "请提供请求正文") ReportRequest request) {
    reporting.report(
        number,
        line(line),
        Parameters.optionalDay("doneOn", request.doneOn()).orElse(null),
        request.text());
    return reading.of(number);
  }

  @POST
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("acceptance")
  @Operation(summary = "核实单位验收通过一项：销号；红牌转上级复核")
  public CardRectification accept(String number, String line, PassRequest request) {
    checking.accept(number, line(line), remark(request));
    return reading.of(number);
  }

  @POST
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("rejection")
  @Operation(summary = "验收或复核不通过一项：从清单中选理由，并写明意见，退回整改")
  public CardRectification reject(
      String number, String line, @NotNull(message = "请提供请求正文") RejectionRequest request) {
    checking.reject(number, line(line), request.reason(), request.remark());
    return reading.of(number);
  }

  @POST
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("clearance")
  @Operation(summary = "上级复核通过红牌的一项：销号")
  public CardRectification clear(String number, String line, PassRequest request) {
    checking.clear(number, line(line), remark(request));
    return reading.of(number);
  }

  private static long line(String id) {
    return Parameters.number("情形", id);
  }

  private static String remark(PassRequest request) {
    return request == null ? null : request.remark();
  }
}
