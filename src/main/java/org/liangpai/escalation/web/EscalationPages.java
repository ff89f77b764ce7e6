package org.liangpai.escalation.web;

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
import org.liangpai.catalogue.Catalogue;
import org.liangpai.escalation.ReadingSteps;
import org.liangpai.escalation.StepFilter;
import org.liangpai.escalation.StepView;
import org.liangpai.escalation.VerificationLadder;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.warninglist.Rung;

/** The steps of the ladder, the newest first. */
@Path("/escalations")
@Produces(MediaType.TEXT_HTML)
@Blocking
class EscalationPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "escalation-pages")
  static class Templates {
    static native TemplateInstance list(
        StepQuery query,
        List<VerificationLadder> verifications,
        List<StepView> steps,
        String next,
        List<UnitView> units,
        List<Rung> rungs);
  }

  private final ReadingSteps reading;
  private final Units units;
  private final Catalogue catalogue;

  EscalationPages(ReadingSteps reading, Units units, Catalogue catalogue) {
    this.reading = reading;
    this.units = units;
    this.catalogue = catalogue;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ESCALATIONS)
  public TemplateInstance list(@BeanParam StepQuery query) {
    StepFilter filter = query.filter();
    filter.unit().ifPresent(units::existing);
    Page<StepView> page = reading.list(filter, Parameters.after(query.after), SIZE);
    return Templates.list(
        query,
        query.isPlain() ? reading.verifications(filter.unit(), SIZE) : List.of(),
        page.items(),
        page.next() == null ? null : query.address(page.next()),
        units.list("", MOST_UNITS).items(),
        catalogue.list().ladder().rungs());
  }
}
