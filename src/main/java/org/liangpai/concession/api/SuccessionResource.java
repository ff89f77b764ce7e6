package org.liangpai.concession.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.card.PassingOnCards;
import org.liangpai.concession.DecidingSuccessions;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** The cards of dissolved branches. */
@Path("/api/branches")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "审批")
class SuccessionResource {

  private final DecidingSuccessions deciding;

  SuccessionResource(DecidingSuccessions deciding) {
    this.deciding = deciding;
  }

  @POST
  @PermissionsAllowed(Permissions.PASS_ON_CARDS)
  @Path("{branchCode}/succession")
  @Operation(summary = "把撤销支部的亮牌移交承接支部；没有承接支部的写明理由后了结")
  public List<PassingOnCards.Passed> decide(
      String branchCode,
      @NotNull(message = "请提供请求正文") @Valid ConcessionRequests.Succession request) {
    return deciding.decide(
        branchCode, Parameters.optionalText(request.successor()).orElse(null), request.reason());
  }
}
