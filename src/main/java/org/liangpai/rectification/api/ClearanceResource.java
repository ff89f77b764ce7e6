package org.liangpai.rectification.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.rectification.CardRectification;
import org.liangpai.rectification.CheckingLines;
import org.liangpai.rectification.ReadingRectification;
import org.liangpai.security.Permissions;

/** Taking off a whole card at once. */
@Path("/api/cards/{number}/clearance")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "整改")
class ClearanceResource {

  /** What somebody who passes the card wants to say to it. */
  record PassRequest(String remark) {}

  private final CheckingLines checking;
  private final ReadingRectification reading;

  ClearanceResource(CheckingLines checking, ReadingRectification reading) {
    this.checking = checking;
    this.reading = reading;
  }

  @POST
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Operation(summary = "全部情形都已报告的，一次验收（红牌为验收或复核）；全部成功或全部不变")
  public CardRectification clear(String number, PassRequest request) {
    checking.clearCard(number, request == null ? null : request.remark());
    return reading.of(number);
  }
}
