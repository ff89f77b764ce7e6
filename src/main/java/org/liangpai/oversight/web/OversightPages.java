package org.liangpai.oversight.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.oversight.CommitteeFacts;
import org.liangpai.oversight.Oversight;
import org.liangpai.oversight.OversightPeriod;
import org.liangpai.oversight.ReadingOversight;
import org.liangpai.oversight.SupervisorFacts;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** How those below verify and visit, on a page. */
@Path("/oversight")
@Produces(MediaType.TEXT_HTML)
@Blocking
class OversightPages {

  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "oversight-pages")
  static class Templates {
    static native TemplateInstance oversight(
        Oversight facts,
        List<CommitteeFacts> committees,
        List<SupervisorFacts> supervisors,
        String unit,
        boolean all,
        List<UnitView> units);
  }

  private final ReadingOversight reading;
  private final OversightPeriod period;
  private final Units units;

  OversightPages(ReadingOversight reading, OversightPeriod period, Units units) {
    this.reading = reading;
    this.period = period;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_OVERSIGHT)
  public TemplateInstance oversight(
      @RestQuery String unit,
      @RestQuery String from,
      @RestQuery String to,
      @RestQuery boolean all) {
    Optional<String> below = Parameters.optionalText(unit).map(units::existing);
    Oversight facts = reading.read(period.filter(below, from, to));
    return Templates.oversight(
        facts,
        facts.committees().stream().filter(one -> all || one.isNotable()).toList(),
        facts.supervisors().stream().filter(one -> all || one.isNotable()).toList(),
        below.orElse(""),
        all,
        units.list("", MOST_UNITS).items());
  }
}
