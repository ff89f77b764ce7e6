package org.liangpai.supervision.web;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.ItemOutcome;
import org.liangpai.supervision.ListingVisits;
import org.liangpai.supervision.VisitFilter;
import org.liangpai.supervision.VisitReport;
import org.liangpai.supervision.VisitView;
import org.liangpai.supervision.WithdrawingVisits;
import org.liangpai.supervision.WritingVisits;

/** The visits to branches, writing one down and withdrawing it. */
@Path("/visits")
@Produces(MediaType.TEXT_HTML)
@Blocking
class VisitPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "supervision-pages")
  static class Templates {
    static native TemplateInstance visits(
        List<VisitView> visits, String next, String unit, String account, List<UnitView> units);
  }

  private final ListingVisits listing;
  private final WritingVisits writing;
  private final WithdrawingVisits withdrawing;
  private final Units units;

  VisitPages(
      ListingVisits listing, WritingVisits writing, WithdrawingVisits withdrawing, Units units) {
    this.listing = listing;
    this.writing = writing;
    this.withdrawing = withdrawing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  public TemplateInstance list(
      @RestQuery String unit, @RestQuery String account, @RestQuery String after) {
    Optional<String> below = Parameters.optionalText(unit).map(units::existing);
    Optional<String> by = Parameters.optionalText(account);
    Page<VisitView> page =
        listing.list(new VisitFilter(Optional.empty(), by, below), Parameters.after(after), SIZE);
    String next =
        page.next() == null
            ? null
            : ListAddress.of("/visits")
                .with("after", page.next())
                .with("unit", below.orElse(""))
                .with("account", by.orElse(""))
                .toString();
    return Templates.visits(
        page.items(), next, below.orElse(""), by.orElse(""), units.list("", MOST_UNITS).items());
  }

  /** The fields line, outcome and text belong together, one of each for every open item. */
  @POST
  @Done("走访已记下。")
  @PermissionsAllowed(Permissions.WRITE_VISITS)
  public Response write(
      @RestForm String branch,
      @RestForm String visitedOn,
      @RestForm List<String> met,
      @RestForm String seen,
      @RestForm String agreed,
      @RestForm String nextOn,
      @RestForm List<String> line,
      @RestForm List<String> outcome,
      @RestForm List<String> text) {
    if (line.size() != outcome.size() || line.size() != text.size()) {
      throw new Invalid("findings", "逐项落实情况不完整，请刷新后再填");
    }
    List<VisitReport.Finding> findings = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      Optional<ItemOutcome> found =
          Parameters.optionalOf(ItemOutcome.class, "outcome", outcome.get(i));
      if (found.isPresent()) {
        findings.add(
            new VisitReport.Finding(
                Parameters.number("牌上情形", line.get(i)), found.get(), text.get(i)));
      }
    }
    writing.write(
        new VisitReport(
            branch,
            Parameters.optionalDay("visitedOn", visitedOn).orElse(null),
            met,
            seen,
            agreed,
            Parameters.optionalDay("nextOn", nextOn).orElse(null),
            findings));
    return Response.seeOther(Back.toBranch(branch.strip())).build();
  }

  @POST
  @Done("走访已撤回，原来的记录保留。")
  @PermissionsAllowed(Permissions.WRITE_VISITS)
  @Path("{id}/withdrawal")
  public Response withdraw(String id, @RestForm String reason) {
    long visit = Parameters.number("走访", id);
    withdrawing.withdraw(visit, reason);
    return Response.seeOther(Back.toBranch(listing.get(visit).branchCode())).build();
  }
}
