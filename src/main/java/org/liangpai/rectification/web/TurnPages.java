package org.liangpai.rectification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.rectification.ListingTurns;
import org.liangpai.rectification.TurnFilter;
import org.liangpai.rectification.TurnView;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;

/** What waits for the viewer, and whose turn it is with the rest. */
@Path("/rectification")
@Produces(MediaType.TEXT_HTML)
@Blocking
class TurnPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "rectification-pages")
  static class Templates {
    static native TemplateInstance list(
        TurnQuery query,
        boolean takesTurns,
        boolean mine,
        List<TurnView> turns,
        String next,
        List<UnitView> units);
  }

  private final ListingTurns listing;
  private final Units units;

  TurnPages(ListingTurns listing, Units units) {
    this.listing = listing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  public TemplateInstance list(@BeanParam TurnQuery query) {
    boolean takesTurns = listing.takesTurns();
    TurnFilter filter = query.filter(takesTurns);
    filter.unit().ifPresent(units::existing);
    Page<TurnView> page = listing.list(filter, query.after(), SIZE);
    return Templates.list(
        query,
        takesTurns,
        filter.mine(),
        page.items(),
        page.next() == null ? null : query.address(page.next()),
        units.list("", MOST_UNITS).items());
  }
}
