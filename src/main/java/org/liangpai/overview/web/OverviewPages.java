package org.liangpai.overview.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liangpai.branch.BranchFilter;
import org.liangpai.branch.Branches;
import org.liangpai.card.CardsStanding;
import org.liangpai.card.CountingCards;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.Permissions;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatistics;
import org.liangpai.verification.CountingFindings;
import org.liangpai.verification.FindingBacklog;

/** The first page: what the last sweep found, and what waits. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OverviewPages {

  private static final int OFFERED_MONTHS = 24;

  @CheckedTemplate(basePath = "overview-pages")
  static class Templates {
    static native TemplateInstance overview(
        Sweep last,
        ChartView chart,
        Map<String, Integer> byStatus,
        Sweep running,
        FindingBacklog waiting,
        CardsStanding cards,
        List<YearMonth> months,
        boolean empty,
        Catalogue catalogue);
  }

  private final ReadingSweeps reading;
  private final SweepStatistics statistics;
  private final CountingFindings findings;
  private final CountingCards cards;
  private final Branches branches;
  private final Catalogue catalogue;
  private final Clock clock;

  OverviewPages(
      ReadingSweeps reading,
      SweepStatistics statistics,
      CountingFindings findings,
      CountingCards cards,
      Branches branches,
      Catalogue catalogue,
      Clock clock) {
    this.reading = reading;
    this.statistics = statistics;
    this.findings = findings;
    this.cards = cards;
    this.branches = branches;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_FINDINGS)
  public TemplateInstance overview() {
    Sweep last = reading.latest().orElse(null);
    return Templates.overview(
        last,
        last == null ? null : chart(last),
        last == null ? Map.of() : statistics.byStatus(last.month()),
        reading.running().orElse(null),
        findings.waiting(),
        cards.standing(),
        completeMonths(),
        branches.list(new BranchFilter(null, null, null), "", 1).items().isEmpty(),
        catalogue);
  }

  private ChartView chart(Sweep last) {
    return ChartView.of(statistics.byDimensionAndLevel(last.month()), catalogue.list().levels());
  }

  /** The months that may be swept, the last complete one first. */
  private List<YearMonth> completeMonths() {
    YearMonth last = YearMonth.now(clock).minusMonths(1);
    return Stream.iterate(last, month -> month.minusMonths(1)).limit(OFFERED_MONTHS).toList();
  }
}
