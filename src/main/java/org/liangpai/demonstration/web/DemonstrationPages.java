package org.liangpai.demonstration.web;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.demonstration.AssessingBranches;
import org.liangpai.demonstration.Assessment;
import org.liangpai.demonstration.CandidateFilter;
import org.liangpai.demonstration.ChoosingDemonstrations;
import org.liangpai.demonstration.Demonstration;
import org.liangpai.demonstration.ListingDemonstrations;
import org.liangpai.demonstration.Published;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.warninglist.Domain;

/** The published demonstration branches, the candidates, and why a branch is or is not one. */
@Path("/demonstrations")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DemonstrationPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "demonstration-pages")
  static class Templates {
    static native TemplateInstance list(
        String domain,
        boolean ended,
        List<Domain> domains,
        List<Published> all,
        String next,
        String branch,
        Assessment assessment);

    static native TemplateInstance candidates(
        Asked asked,
        List<UnitView> units,
        List<Domain> domains,
        List<Assessment> all,
        String next,
        LocalDate today);

    static native TemplateInstance demonstration(Demonstration one);
  }

  /** What the address of the list of candidates asks for. */
  public record Asked(String unit, String domain) {}

  private final ListingDemonstrations listing;
  private final AssessingBranches assessing;
  private final ChoosingDemonstrations choosing;
  private final Units units;
  private final Catalogue catalogue;
  private final Clock clock;

  DemonstrationPages(
      ListingDemonstrations listing,
      AssessingBranches assessing,
      ChoosingDemonstrations choosing,
      Units units,
      Catalogue catalogue,
      Clock clock) {
    this.listing = listing;
    this.assessing = assessing;
    this.choosing = choosing;
    this.units = units;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  public TemplateInstance list(
      @RestQuery String domain,
      @RestQuery String ended,
      @RestQuery String after,
      @RestQuery String branch) {
    boolean onlyEnded = "true".equals(ended);
    Page<Published> page =
        listing.published(Parameters.optionalText(domain), onlyEnded, Parameters.text(after), SIZE);
    Optional<String> asked = Parameters.optionalText(branch);
    return Templates.list(
        Parameters.text(domain),
        onlyEnded,
        catalogue.list().domains(),
        page.items(),
        next("/demonstrations", page.next(), "domain", domain, "ended", ended),
        Parameters.text(branch),
        asked.map(assessing::of).orElse(null));
  }

  @GET
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Path("candidates")
  public TemplateInstance candidates(
      @RestQuery String unit, @RestQuery String domain, @RestQuery String after) {
    Page<Assessment> page =
        assessing.candidates(
            new CandidateFilter(
                Parameters.optionalText(unit).map(units::existing),
                Parameters.optionalText(domain)),
            Parameters.text(after),
            SIZE);
    return Templates.candidates(
        new Asked(Parameters.text(unit), Parameters.text(domain)),
        units.list("", MOST_UNITS).items(),
        catalogue.list().domains(),
        page.items(),
        next("/demonstrations/candidates", page.next(), "unit", unit, "domain", domain),
        LocalDate.now(clock));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Path("{number}")
  public TemplateInstance get(String number) {
    return Templates.demonstration(listing.get(number));
  }

  @POST
  @Done("已选为示范党支部。")
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  public Response choose(@RestForm String branch, @RestForm String since, @RestForm String reason) {
    LocalDate from = Parameters.optionalDay("since", since).orElseGet(() -> LocalDate.now(clock));
    return shown(
        choosing.choose(Parameters.text(branch), from, Parameters.limited("reason", reason)));
  }

  @POST
  @Done("示范党支部已恢复。")
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Path("{number}/resumption")
  public Response resume(String number, @RestForm String reason) {
    choosing.resume(number, Parameters.limited("reason", reason));
    return shown(number);
  }

  @POST
  @Done("示范党支部已取消。")
  @PermissionsAllowed(Permissions.CHOOSE_DEMONSTRATIONS)
  @Path("{number}/end")
  public Response end(String number, @RestForm String reason) {
    choosing.end(number, Parameters.limited("reason", reason));
    return shown(number);
  }

  private static Response shown(String number) {
    return Response.seeOther(UriBuilder.fromPath("/demonstrations/{number}").build(number)).build();
  }

  /** The address of the next page with what it is narrowed by, or {@code null}. */
  private static String next(String path, String after, String... asked) {
    if (after == null) {
      return null;
    }
    ListAddress address = ListAddress.of(path);
    for (int i = 0; i < asked.length; i += 2) {
      address.with(asked[i], Parameters.text(asked[i + 1]));
    }
    return address.with("after", after).toString();
  }
}
