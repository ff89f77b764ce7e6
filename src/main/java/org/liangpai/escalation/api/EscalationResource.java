package org.liangpai.escalation.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.escalation.ReadingSteps;
import org.liangpai.escalation.StepFilter;
import org.liangpai.escalation.StepView;
import org.liangpai.escalation.VerificationLadder;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.warninglist.Rung;

/** The steps of the ladder. */
@Path("/api/escalations")
@Tag(name = "催办")
class EscalationResource {

  private final ReadingSteps reading;
  private final Units units;

  EscalationResource(ReadingSteps reading, Units units) {
    this.reading = reading;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ESCALATIONS)
  @Operation(summary = "已办的催办、通报等步骤和理由，最新的在前，可按亮牌、党组织（含下级）、步骤筛选")
  public Page<StepView> list(
      @QueryParam("card") String card,
      @QueryParam("unit") String unit,
      @QueryParam("rung") String rung,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    StepFilter filter =
        new StepFilter(
            Parameters.optionalText(card),
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalOf(Rung.Name.class, "rung", rung));
    return reading.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ESCALATIONS)
  @Path("verifications")
  @Operation(summary = "各基层党委未完成的核实：下一步是什么、为什么还没有办，可按党组织（含下级）筛选")
  public List<VerificationLadder> verifications(
      @QueryParam("unit") String unit, @QueryParam("limit") String limit) {
    return reading.verifications(
        Parameters.optionalText(unit).map(units::existing), Parameters.limit(limit));
  }
}
