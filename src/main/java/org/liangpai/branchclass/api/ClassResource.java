package org.liangpai.branchclass.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.branchclass.BranchClass;
import org.liangpai.branchclass.ClassCounts;
import org.liangpai.branchclass.ClassFilter;
import org.liangpai.branchclass.ClassView;
import org.liangpai.branchclass.Derived;
import org.liangpai.branchclass.DerivingClasses;
import org.liangpai.branchclass.ListingClasses;
import org.liangpai.branchclass.Quarter;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The classes of branches by quarter. */
@Path("/api/classes")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "支部分类")
class ClassResource {

  /** The quarter to derive, such as 2026-Q3. */
  record Request(String quarter) {}

  private final ListingClasses listing;
  private final DerivingClasses deriving;
  private final Units units;

  ClassResource(ListingClasses listing, DerivingClasses deriving, Units units) {
    this.listing = listing;
    this.deriving = deriving;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CLASSES)
  @Operation(summary = "支部分类和理由，可按季度、党组织（含下级）、类别筛选；moved=true 只看变动的；类内不分先后")
  public Page<ClassView> list(
      @QueryParam("quarter") String quarter,
      @QueryParam("unit") String unit,
      @QueryParam("class") String branchClass,
      @QueryParam("moved") String moved,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    ClassFilter filter =
        new ClassFilter(
            quarter(quarter),
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalOf(BranchClass.class, "class", branchClass),
            "true".equals(moved));
    return listing.list(filter, Parameters.text(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CLASSES)
  @Path("counts")
  @Operation(summary = "各党组织先进、达标、后进的支部数和变动数")
  public List<ClassCounts> counts(
      @QueryParam("quarter") String quarter, @QueryParam("unit") String unit) {
    return listing.counts(quarter(quarter), Parameters.optionalText(unit).map(units::existing));
  }

  @POST
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Operation(summary = "市级评定一个已结束的季度；已评定的支部不变，再评定结果相同")
  public Derived derive(@NotNull(message = "请提供请求正文") Request request) {
    return deriving.derive(Quarter.parse(request.quarter()));
  }

  private Quarter quarter(String text) {
    return Parameters.optionalText(text).map(Quarter::parse).orElseGet(listing::latest);
  }
}
