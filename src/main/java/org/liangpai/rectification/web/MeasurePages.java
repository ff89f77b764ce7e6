package org.liangpai.rectification.web;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.rectification.DecidingMeasures;
import org.liangpai.rectification.ReportingLines;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** The forms below measures that were proposed together. */
@Path("/measures/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
class MeasurePages {

  private final DecidingMeasures deciding;
  private final ReportingLines reporting;

  MeasurePages(DecidingMeasures deciding, ReportingLines reporting) {
    this.deciding = deciding;
    this.reporting = reporting;
  }

  @POST
  @Done("措施已认可，对方会收到通知。")
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("acceptance")
  public Response accept(String id, @RestForm String remark) {
    return CardAddress.seen(deciding.accept(plan(id), remark));
  }

  @POST
  @Done("措施已退回，对方会收到通知。")
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  @Path("return")
  public Response giveBack(String id, @RestForm String reason, @RestForm String remark) {
    return CardAddress.seen(deciding.giveBack(plan(id), reason, remark));
  }

  @POST
  @Done("这条措施已记为完成。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("completion")
  public Response complete(String id, @RestForm String measure, @RestForm String doneOn) {
    if (measure == null || !measure.matches("\\d{1,3}")) {
      throw new Invalid("measure", "请选择第几条措施");
    }
    return CardAddress.seen(
        reporting.complete(
            plan(id),
            Integer.parseInt(measure),
            Parameters.optionalDay("doneOn", doneOn).orElse(null)));
  }

  private static long plan(String id) {
    return Parameters.number("整改措施", id);
  }
}
