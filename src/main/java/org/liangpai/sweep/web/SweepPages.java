package org.liangpai.sweep.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.evaluation.RuleFailure;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Parameters;
import org.liangpai.sweep.CancellingSweeps;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.StartingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatistics;
import org.liangpai.sweep.SweepStatus;

/** The runs of the sweep, their progress and their ledgers. */
@Path("/sweeps")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SweepPages {

  private static final int SHOWN = 100;

  @CheckedTemplate(basePath = "sweep-pages")
  static class Templates {
    static native TemplateInstance list(List<Sweep> runs);

    static native TemplateInstance ledger(
        Sweep run,
        boolean whole,
        int onTrial,
        Map<String, Integer> changes,
        List<RuleFailure> failures);

    static native TemplateInstance progress(Sweep run);
  }

  private final StartingSweeps starting;
  private final ReadingSweeps reading;
  private final CancellingSweeps cancelling;
  private final SweepStatistics statistics;
  private final CurrentViewer viewer;

  SweepPages(
      StartingSweeps starting,
      ReadingSweeps reading,
      CancellingSweeps cancelling,
      SweepStatistics statistics,
      CurrentViewer viewer) {
    this.starting = starting;
    this.reading = reading;
    this.cancelling = cancelling;
    this.statistics = statistics;
    this.viewer = viewer;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SWEEPS)
  public TemplateInstance list() {
    return Templates.list(reading.recent(SHOWN));
  }

  @POST
  @Done("已开始排查。")
  @PermissionsAllowed(Permissions.START_SWEEPS)
  public Response start(@RestForm String month, @HeaderParam("HX-Request") String htmx) {
    Sweep started =
        starting.start(Parameters.month("month", month), Occasion.REQUESTED, viewer.account());
    return shown(reading.get(started.id()), htmx);
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SWEEPS)
  @Path("{id}")
  public TemplateInstance ledger(String id) {
    Sweep run = reading.get(Parameters.uuid("排查", id));
    return Templates.ledger(
        run,
        viewer.scope().whole(),
        statistics.onTrial(run.month()),
        statistics.changes(run.id()),
        statistics.failures(run.id()));
  }

  /**
   * The bar that asks for itself every second; at the end the page that shows it is loaded anew.
   */
  @GET
  @PermissionsAllowed(Permissions.READ_SWEEPS)
  @Path("{id}/progress")
  public Response progress(String id) {
    Sweep run = reading.get(Parameters.uuid("排查", id));
    Response.ResponseBuilder answer = Response.ok(Templates.progress(run));
    return run.status() == SweepStatus.RUNNING
        ? answer.build()
        : answer.header("HX-Refresh", "true").build();
  }

  @POST
  @Done("已要求取消排查。")
  @PermissionsAllowed(Permissions.START_SWEEPS)
  @Path("{id}/cancellation")
  public Response cancel(String id, @HeaderParam("HX-Request") String htmx) {
    return shown(cancelling.cancel(Parameters.uuid("排查", id)), htmx);
  }

  private static Response shown(Sweep run, String htmx) {
    return htmx == null
        ? Response.seeOther(URI.create("/sweeps/" + run.id())).build()
        : Response.ok(Templates.progress(run)).build();
  }
}
