package org.liangpai.sweep.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.sweep.CancellingSweeps;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.StartingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatistics;

/** The runs of the sweep. */
@Path("/api/sweeps")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "排查")
class SweepResource {

  /** Which month to sweep. */
  record Request(@NotNull(message = "请填写月份，如 2026-10") String month) {}

  private final StartingSweeps starting;
  private final ReadingSweeps reading;
  private final CancellingSweeps cancelling;
  private final SweepStatistics statistics;
  private final CurrentViewer viewer;

  SweepResource(
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

  @POST
  @PermissionsAllowed(Permissions.START_SWEEPS)
  @Operation(summary = "排查一个月份；同月正在进行的排查只有一个")
  public Response start(@NotNull(message = "请提供请求正文") @Valid Request request) {
    Sweep sweep =
        starting.start(
            Parameters.month("month", request.month()), Occasion.REQUESTED, viewer.account());
    return Response.accepted(view(reading.get(sweep.id())))
        .location(URI.create("/api/sweeps/" + sweep.id()))
        .build();
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SWEEPS)
  @Operation(summary = "历次排查，最近的在前")
  public Page<SweepView> list(
      @QueryParam("month") String month,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    return reading
        .list(
            Parameters.optionalMonth("month", month),
            Parameters.optionalId("after", after),
            Parameters.limit(limit))
        .map(SweepView::brief);
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SWEEPS)
  @Path("{id}")
  @Operation(summary = "一次排查的进度和台账")
  public SweepView get(String id) {
    return view(reading.get(id(id)));
  }

  @DELETE
  @PermissionsAllowed(Permissions.START_SWEEPS)
  @Path("{id}")
  @Operation(summary = "取消正在进行的排查；已结束的不变")
  public Response cancel(String id) {
    return Response.accepted(view(cancelling.cancel(id(id)))).build();
  }

  private SweepView view(Sweep sweep) {
    return SweepView.of(
        sweep,
        statistics.byDimensionAndLevel(sweep.month()),
        statistics.onTrial(sweep.month()),
        statistics.changes(sweep.id()),
        statistics.failures(sweep.id()));
  }

  private static UUID id(String text) {
    return Parameters.uuid("排查", text);
  }
}
