package org.liangpai.branch.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsNames;
import org.liangpai.branch.BranchFilter;
import org.liangpai.branch.Branches;
import org.liangpai.branch.Domains;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Reads the roster of branches. */
@Path("/api/branches")
class BranchResource {

  private final Branches branches;
  private final Units units;
  private final Domains domains;

  BranchResource(Branches branches, Units units, Domains domains) {
    this.branches = branches;
    this.units = units;
    this.domains = domains;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_BRANCHES)
  @ReadsNames(ObjectKind.BRANCH)
  @Operation(summary = "支部名册，按编码分页；unit含其下级，q查编码或名称")
  public Page<Map<String, Object>> list(
      @RestQuery String unit,
      @RestQuery String domain,
      @RestQuery String q,
      @RestQuery @DefaultValue("") String after,
      @RestQuery String limit) {
    Optional<String> below = Parameters.optionalText(unit);
    Optional<String> of = Parameters.optionalText(domain);
    below.ifPresent(units::existing);
    if (of.isPresent() && domains.choices().stream().noneMatch(it -> it.code().equals(of.get()))) {
      throw new Invalid("domain", "没有这个领域：" + domain);
    }
    BranchFilter filter =
        new BranchFilter(
            below.orElse(null), of.orElse(null), Parameters.optionalText(q).orElse(null));
    return branches.list(filter, after, Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_BRANCHES)
  @ReadsNames(ObjectKind.BRANCH)
  @Path("{branchCode}")
  @Operation(summary = "一个支部的最新名册")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Branch")))
  public Map<String, Object> get(String branchCode) {
    return branches.find(branchCode).orElseThrow(() -> new NotFound("支部", branchCode));
  }
}
