package org.liangpai.verification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.verification.CardForecast;
import org.liangpai.verification.CommentingFindings;
import org.liangpai.verification.Decision;
import org.liangpai.verification.FindingFilter;
import org.liangpai.verification.FindingRefused;
import org.liangpai.verification.FindingView;
import org.liangpai.verification.ListingFindings;
import org.liangpai.verification.TakingBackDecisions;
import org.liangpai.verification.VerifyingFindings;

/** The queue of findings, and the decisions on them. */
@Path("/findings")
@Produces(MediaType.TEXT_HTML)
@Blocking
class FindingPages {

  private static final int BRANCHES = 20;
  private static final int OF_BRANCH = 1_000;
  private static final int MOST_UNITS = 1_000;
  private static final int MOST_CARDS = 20;

  @CheckedTemplate(basePath = "finding-pages")
  static class Templates {
    static native TemplateInstance queue(
        FindingQuery query,
        List<BranchFindings> groups,
        int total,
        String next,
        List<UnitView> units,
        Decided decided,
        BranchFindings.Refused refused,
        Set<Long> chosen);

    static native TemplateInstance queue$group(
        FindingQuery query, BranchFindings group, Set<Long> chosen);
  }

  /** What was decided just now: how many findings, and the cards that came of it. */
  record Decided(int findings, int unchanged, List<String> cards) {}

  private final ListingFindings listing;
  private final VerifyingFindings verifying;
  private final TakingBackDecisions takingBack;
  private final CommentingFindings commenting;
  private final Units units;
  private final CurrentViewer viewer;
  private final CardForecast forecast;
  private final Clock clock;

  FindingPages(
      ListingFindings listing,
      VerifyingFindings verifying,
      TakingBackDecisions takingBack,
      CommentingFindings commenting,
      Units units,
      CurrentViewer viewer,
      CardForecast forecast,
      Clock clock) {
    this.listing = listing;
    this.verifying = verifying;
    this.takingBack = takingBack;
    this.commenting = commenting;
    this.units = units;
    this.viewer = viewer;
    this.forecast = forecast;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_FINDINGS)
  @ReadsJudgements(ObjectKind.FINDING)
  public TemplateInstance queue(
      @BeanParam FindingQuery query,
      @RestQuery String decided,
      @RestQuery String unchanged,
      @RestQuery List<String> card) {
    Decided done =
        decided == null ? null : new Decided(few(decided), few(unchanged), List.copyOf(card));
    return queue(query, done, null, Set.of());
  }

  @POST
  @PermissionsAllowed(Permissions.VERIFY_FINDINGS)
  @Path("{id}/decision")
  public Response decide(
      String id,
      @BeanParam FindingQuery query,
      @RestForm String decision,
      @RestForm String reason,
      @HeaderParam("HX-Request") String htmx) {
    long finding = Parameters.number("疑似问题", id);
    int status = 200;
    BranchFindings.Refused refused = null;
    VerifyingFindings.Result result = null;
    try {
      result =
          verifying.verify(
              List.of(finding),
              decision(decision),
              Parameters.limited("reason", reason),
              viewer.account());
    } catch (Invalid invalid) {
      status = 400;
      refused = new BranchFindings.Refused(finding, invalid.getMessage(), reason);
    } catch (FindingRefused decidedMeanwhile) {
      // What was decided meanwhile is shown as it is now, without anything to press.
      status = 409;
      refused = new BranchFindings.Refused(finding, decidedMeanwhile.getMessage(), reason);
    }
    if (htmx != null) {
      BranchFindings group = of(besides(listing.get(finding)), refused);
      return Response.status(status).entity(Templates.queue$group(query, group, Set.of())).build();
    }
    return refused == null
        ? seen(query, List.of(finding), result)
        : Response.status(status).entity(queue(query, null, refused, Set.of(finding))).build();
  }

  @POST
  @PermissionsAllowed(Permissions.VERIFY_FINDINGS)
  @Path("{id}/decision/withdrawal")
  public Response takeBack(
      String id, @BeanParam FindingQuery query, @HeaderParam("HX-Request") String htmx) {
    long finding = Parameters.number("疑似问题", id);
    takingBack.takeBack(finding, viewer.account());
    return htmx == null
        ? Response.seeOther(query.address(query.after())).build()
        : Response.ok(
                Templates.queue$group(query, of(besides(listing.get(finding)), null), Set.of()))
            .build();
  }

  @POST
  @PermissionsAllowed(Permissions.VERIFY_FINDINGS)
  @Path("decisions")
  public Response decideMany(
      @BeanParam FindingQuery query,
      @RestForm List<String> finding,
      @RestForm String decision,
      @RestForm String reason) {
    List<Long> chosen = finding.stream().map(id -> Parameters.number("疑似问题", id)).toList();
    try {
      if (chosen.isEmpty()) {
        throw new Invalid("finding", "请先勾选要核实的疑似问题");
      }
      Together.check(chosen.stream().map(listing::get).toList());
      VerifyingFindings.Result result =
          verifying.verify(
              chosen, decision(decision), Parameters.limited("reason", reason), viewer.account());
      return seen(query, chosen, result);
    } catch (Invalid invalid) {
      BranchFindings.Refused refused = new BranchFindings.Refused(0, invalid.getMessage(), reason);
      return Response.status(400).entity(queue(query, null, refused, Set.copyOf(chosen))).build();
    }
  }

  @POST
  @PermissionsAllowed(Permissions.COMMENT_FINDINGS)
  @Path("{id}/comments")
  public Response comment(
      String id,
      @BeanParam FindingQuery query,
      @RestForm String text,
      @HeaderParam("HX-Request") String htmx) {
    long finding = Parameters.number("疑似问题", id);
    commenting.comment(finding, text);
    if (htmx == null) {
      return Response.seeOther(query.address(query.after())).build();
    }
    BranchFindings group = of(besides(listing.get(finding)), null);
    return Response.ok(Templates.queue$group(query, group, Set.of())).build();
  }

  private TemplateInstance queue(
      FindingQuery query, Decided decided, BranchFindings.Refused refused, Set<Long> chosen) {
    FindingFilter filter = query.filter(LocalDate.now(clock));
    filter.unit().ifPresent(units::existing);
    List<BranchFindings> groups =
        grouped(listing.ofBranches(filter, query.after(), BRANCHES), refused);
    long branches = groups.stream().map(BranchFindings::branchCode).distinct().count();
    String next =
        branches < BRANCHES
            ? null
            : query.address(groups.get(groups.size() - 1).branchCode()).toString();
    return Templates.queue(
        query,
        groups,
        listing.count(filter),
        next,
        units.list("", MOST_UNITS).items(),
        decided,
        refused,
        chosen);
  }

  private BranchFindings of(List<FindingView> findings, BranchFindings.Refused refused) {
    return BranchFindings.of(findings, refused, forecast.of(pending(findings)));
  }

  private List<BranchFindings> grouped(List<FindingView> findings, BranchFindings.Refused refused) {
    return BranchFindings.grouped(findings, refused, forecast.of(pending(findings)));
  }

  private static List<Long> pending(List<FindingView> findings) {
    return findings.stream().filter(FindingTexts::isPending).map(FindingView::id).toList();
  }

  /** All findings of the same branch and month: the card depends on all of them. */
  private List<FindingView> besides(FindingView finding) {
    FindingFilter filter =
        new FindingFilter(
            Optional.of(YearMonth.parse(finding.month())),
            Optional.of(finding.branchCode()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return listing.list(filter, 0, OF_BRANCH).items();
  }

  private static int few(String number) {
    return number != null && number.matches("\\d{1,5}") ? Integer.parseInt(number) : 0;
  }

  private Response seen(FindingQuery query, List<Long> chosen, VerifyingFindings.Result result) {
    UriBuilder address = UriBuilder.fromUri(query.address(query.after()));
    address.queryParam("decided", result.decided());
    if (result.unchanged() > 0) {
      address.queryParam("unchanged", result.unchanged());
    }
    chosen.stream()
        .map(id -> listing.get(id).card())
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_CARDS)
        .forEach(
            number -> address.queryParam("card", "{number}").resolveTemplate("number", number));
    return Response.seeOther(address.build()).build();
  }

  private static Decision decision(String text) {
    return Parameters.optionalOf(Decision.class, "decision", text)
        .orElseThrow(() -> new Invalid("decision", "请选择核实结论：属实、不予认定或数据有误"));
  }
}
