package org.liangpai.oversight.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.Units;
import org.liangpai.oversight.Oversight;
import org.liangpai.oversight.OversightPeriod;
import org.liangpai.oversight.ReadingOversight;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** How those below verify and visit. */
@Path("/api/oversight")
@Tag(name = "监督情况")
class OversightResource {

  private final ReadingOversight reading;
  private final OversightPeriod period;
  private final Units units;

  OversightResource(ReadingOversight reading, OversightPeriod period, Units units) {
    this.reading = reading;
    this.period = period;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_OVERSIGHT)
  @Operation(summary = "各基层党委核实是否逾期、结论是否清一色、销号后再犯，各督导员应走访未走访；按编码排列，不排名")
  public Oversight oversight(@RestQuery String unit, @RestQuery String from, @RestQuery String to) {
    return reading.read(
        period.filter(Parameters.optionalText(unit).map(units::existing), from, to));
  }
}
