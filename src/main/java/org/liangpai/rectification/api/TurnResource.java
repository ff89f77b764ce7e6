package org.liangpai.rectification.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.rectification.ListingTurns;
import org.liangpai.rectification.TurnFilter;
import org.liangpai.rectification.TurnView;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The open lines of cards, and whose turn it is with them. */
@Path("/api/rectification")
@Tag(name = "整改")
class TurnResource {

  private final ListingTurns listing;
  private final Units units;

  TurnResource(ListingTurns listing, Units units) {
    this.listing = listing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Operation(summary = "待整改的情形，按到期日排序；mine=true 只看轮到本人的，可按党组织（含下级）筛选")
  public Page<TurnView> list(
      @QueryParam("mine") boolean mine,
      @QueryParam("unit") String unit,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    TurnFilter filter = new TurnFilter(mine, Parameters.optionalText(unit).map(units::existing));
    return listing.list(filter, Parameters.text(after), Parameters.limit(limit));
  }
}
