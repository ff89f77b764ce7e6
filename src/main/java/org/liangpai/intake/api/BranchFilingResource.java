package org.liangpai.intake.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.Branches;
import org.liangpai.intake.Filing;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Parameters;

/** Takes one branch of the roster. */
@Path("/api/branches")
class BranchFilingResource {

  private static final String SCHEMA = "#/components/schemas/Branch";

  private final Filing filing;
  private final Branches branches;

  BranchFilingResource(Filing filing, Branches branches) {
    this.filing = filing;
    this.branches = branches;
  }

  @PUT
  @PermissionsAllowed(Permissions.FILE_BRANCHES)
  @Path("{branchCode}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "登记或变更一个支部，effectiveOn为变更的生效日期")
  @RequestBody(content = @Content(schema = @Schema(ref = SCHEMA)))
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = SCHEMA)))
  public Map<String, Object> put(String branchCode, @RestQuery String effectiveOn, InputStream body)
      throws IOException {
    if (branches.isElsewhere(branchCode)) {
      throw new NotFound("支部", branchCode);
    }
    List<String> warnings =
        filing.fileBranch(
            branchCode, JsonBody.read(body), Parameters.optionalDay("effectiveOn", effectiveOn));
    return FiledAnswer.of(
        branches.find(branchCode).orElseThrow(() -> new NotFound("支部", branchCode)), warnings);
  }
}
