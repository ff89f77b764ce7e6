package org.liangpai.branchclass.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.branchclass.BranchClass;
import org.liangpai.branchclass.ClassCounts;
import org.liangpai.branchclass.ClassFilter;
import org.liangpai.branchclass.ClassView;
import org.liangpai.branchclass.DerivingClasses;
import org.liangpai.branchclass.ListingClasses;
import org.liangpai.branchclass.Quarter;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The classes of branches by unit, with who moved and why. */
@Path("/classes")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ClassPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "class-pages")
  static class Templates {
    static native TemplateInstance list(
        Asked asked,
        List<BranchClass> choices,
        List<UnitView> units,
        List<ClassCounts> counts,
        List<ClassView> all,
        String next,
        boolean mayDerive);
  }

  /** What the address of the page asks for. */
  public record Asked(Quarter quarter, String unit, String branchClass, boolean moved) {

    String address(String after) {
      return ListAddress.of("/classes")
          .with("quarter", quarter.toString())
          .with("class", branchClass)
          .with("moved", String.valueOf(moved))
          .with("unit", unit)
          .with("after", after)
          .toString();
    }
  }

  private final ListingClasses listing;
  private final DerivingClasses deriving;
  private final Units units;
  private final CurrentViewer viewer;

  ClassPages(ListingClasses listing, DerivingClasses deriving, Units units, CurrentViewer viewer) {
    this.listing = listing;
    this.deriving = deriving;
    this.units = units;
    this.viewer = viewer;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CLASSES)
  public TemplateInstance list(
      @RestQuery String quarter,
      @RestQuery String unit,
      @RestQuery("class") String branchClass,
      @RestQuery String moved,
      @RestQuery String after) {
    Quarter wanted =
        Parameters.optionalText(quarter).map(Quarter::parse).orElseGet(listing::latest);
    ClassFilter filter =
        new ClassFilter(
            wanted,
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalOf(BranchClass.class, "class", branchClass),
            "true".equals(moved));
    Asked asked =
        new Asked(
            wanted,
            filter.unit().orElse(""),
            filter.branchClass().map(Enum::name).orElse(""),
            filter.moved());
    Page<ClassView> page = listing.list(filter, Parameters.text(after), SIZE);
    return Templates.list(
        asked,
        List.of(BranchClass.values()),
        units.list("", MOST_UNITS).items(),
        listing.counts(wanted, filter.unit()),
        page.items(),
        page.next() == null ? null : asked.address(page.next()),
        viewer.scope().whole());
  }

  @POST
  @Done("已评定，各支部的类别见下。")
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  public Response derive(@RestForm String quarter) {
    Quarter wanted = Quarter.parse(quarter);
    deriving.derive(wanted);
    return Response.seeOther(
            UriBuilder.fromPath("/classes").queryParam("quarter", wanted.toString()).build())
        .build();
  }
}
