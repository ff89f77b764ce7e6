package org.liangpai.sweep.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;
import org.liangpai.sweep.ExplainingBranches;

/** Why a branch is flagged or not. */
@Path("/api/branches/{branchCode}/verdicts")
@Tag(name = "排查")
class VerdictResource {

  private final ExplainingBranches explaining;

  VerdictResource(ExplainingBranches explaining) {
    this.explaining = explaining;
  }

  @GET
  @PermissionsAllowed(Permissions.EXPLAIN_BRANCHES)
  @Operation(summary = "一个支部一个月的全部情形：命中、正常、无法判断或不适用，及其原因")
  public List<VerdictView> verdicts(String branchCode, @QueryParam("month") String month) {
    return explaining.explain(branchCode, Parameters.month("month", month)).stream()
        .map(VerdictView::of)
        .toList();
  }
}
