package org.liangpai.rectification.web;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.rectification.CheckingLines;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;

/** The form for all lines of a card at once. */
@Path("/cards/{number}/clearance")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ClearancePages {

  private final CheckingLines checking;

  ClearancePages(CheckingLines checking) {
    this.checking = checking;
  }

  @POST
  @Done("各项已一起通过。")
  @PermissionsAllowed(Permissions.ACCEPT_RECTIFICATION)
  public Response clear(String number, @RestForm String remark) {
    checking.clearCard(number, remark);
    return CardAddress.seen(number);
  }
}
