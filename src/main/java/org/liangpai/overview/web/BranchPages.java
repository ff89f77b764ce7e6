package org.liangpai.overview.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsNames;
import org.liangpai.branch.BranchFilter;
import org.liangpai.branch.Branches;
import org.liangpai.branch.Domains;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.card.CardFilter;
import org.liangpai.card.CardView;
import org.liangpai.card.ListingCards;
import org.liangpai.catalogue.Wording;
import org.liangpai.dictionary.Choice;
import org.liangpai.evaluation.Outcome;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Refusal;
import org.liangpai.sweep.ExplainingBranches;
import org.liangpai.verification.FindingFilter;
import org.liangpai.verification.FindingView;
import org.liangpai.verification.ListingFindings;

/** The branches, and of each one the verdict of every item. */
@Path("/branches")
@Produces(MediaType.TEXT_HTML)
@Blocking
class BranchPages {

  /** What a reader looks for first. */
  private static final List<Outcome> URGENCY =
      List.of(Outcome.HIT, Outcome.NOT_JUDGED, Outcome.CLEAR, Outcome.NOT_APPLICABLE);

  private static final int SIZE = 50;
  private static final int SHOWN = 200;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "branch-pages")
  static class Templates {
    static native TemplateInstance list(
        Search search,
        List<BranchLine> branches,
        String next,
        List<UnitView> units,
        List<Choice> domains);

    static native TemplateInstance branch(
        BranchLine branch,
        YearMonth month,
        Outcome asked,
        List<Outcome> outcomes,
        Map<Outcome, Integer> counts,
        List<VerdictLine> verdicts,
        String notJudged,
        List<FindingView> findings,
        List<CardView> cards);
  }

  /** What was searched for. */
  record Search(String q, String unit, String domain) {}

  private final Branches branches;
  private final Units units;
  private final Domains domains;
  private final ExplainingBranches explaining;
  private final ListingFindings findings;
  private final ListingCards cards;
  private final Wording wording;
  private final Clock clock;

  BranchPages(
      Branches branches,
      Units units,
      Domains domains,
      ExplainingBranches explaining,
      ListingFindings findings,
      ListingCards cards,
      Wording wording,
      Clock clock) {
    this.branches = branches;
    this.units = units;
    this.domains = domains;
    this.explaining = explaining;
    this.findings = findings;
    this.cards = cards;
    this.wording = wording;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_BRANCHES)
  @ReadsNames(ObjectKind.BRANCH)
  public TemplateInstance list(
      @RestQuery String q,
      @RestQuery String unit,
      @RestQuery String domain,
      @RestQuery String after) {
    Parameters.optionalText(unit).ifPresent(units::existing);
    Search search = new Search(Parameters.text(q), Parameters.text(unit), Parameters.text(domain));
    BranchFilter filter = new BranchFilter(orNull(unit), orNull(domain), orNull(q));
    Page<Map<String, Object>> page = branches.list(filter, Parameters.text(after), SIZE);
    return Templates.list(
        search,
        page.items().stream().map(this::line).toList(),
        page.next() == null ? null : address(search, page.next()),
        units.list("", MOST_UNITS).items(),
        domains.choices());
  }

  @GET
  @PermissionsAllowed(Permissions.EXPLAIN_BRANCHES)
  @ReadsNames(ObjectKind.BRANCH)
  @Path("{code}")
  public TemplateInstance branch(String code, @RestQuery String month, @RestQuery String verdict) {
    BranchLine branch =
        branches.find(code).map(this::line).orElseThrow(() -> new NotFound("支部", code));
    YearMonth of =
        Parameters.optionalMonth("month", month)
            .orElseGet(() -> YearMonth.now(clock).minusMonths(1));
    Outcome asked = Parameters.optionalOf(Outcome.class, "verdict", verdict).orElse(null);
    List<VerdictLine> all = List.of();
    String notJudged = null;
    try {
      all =
          explaining.explain(code, of).stream()
              .map(one -> VerdictLine.of(one, wording))
              .sorted(Comparator.comparing(line -> URGENCY.indexOf(line.outcome())))
              .toList();
    } catch (Refusal refusal) {
      notJudged = refusal.getMessage();
    }
    return Templates.branch(
        branch,
        of,
        asked,
        URGENCY,
        counts(all),
        all.stream().filter(one -> asked == null || one.outcome() == asked).toList(),
        notJudged,
        findings.list(ofBranch(code), 0, SHOWN).items(),
        cards.list(cardsOf(code), "", SHOWN).items());
  }

  private BranchLine line(Map<String, Object> row) {
    return BranchLine.of(row, domains.choices(), wording);
  }

  private static Map<Outcome, Integer> counts(List<VerdictLine> verdicts) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    List.of(Outcome.values()).forEach(outcome -> counts.put(outcome, 0));
    verdicts.forEach(one -> counts.merge(one.outcome(), 1, Integer::sum));
    return counts;
  }

  private static FindingFilter ofBranch(String code) {
    return new FindingFilter(
        Optional.empty(),
        Optional.of(code),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CardFilter cardsOf(String code) {
    return new CardFilter(
        Optional.empty(),
        Optional.of(code),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static String address(Search search, String after) {
    return UriBuilder.fromPath("/branches")
        .queryParam("q", "{q}")
        .queryParam("unit", "{unit}")
        .queryParam("domain", "{domain}")
        .queryParam("after", "{after}")
        .build(search.q(), search.unit(), search.domain(), after)
        .toString();
  }

  private static String orNull(String value) {
    return Parameters.optionalText(value).orElse(null);
  }
}
