package org.liangpai.branch.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Reads the hierarchy of party organisations. */
@Path("/api/units")
class UnitResource {

  /** Whoever does not ask for pages gets the hierarchy of a city in one. */
  private static final int ALL_OF_A_CITY = 1_000;

  private final Units units;

  UnitResource(Units units) {
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_UNITS)
  @Operation(summary = "党组织列表，按编码分页")
  public Page<UnitView> list(@RestQuery @DefaultValue("") String after, @RestQuery String limit) {
    return units.list(after, limit == null ? ALL_OF_A_CITY : Parameters.limit(limit));
  }
}
