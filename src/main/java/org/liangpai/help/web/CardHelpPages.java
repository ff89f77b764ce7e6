package org.liangpai.help.web;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.liangpai.help.AskingForHelp;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;

/** The form on the page of a card by which help is asked for it. */
@Path("/cards")
@Produces(MediaType.TEXT_HTML)
@Blocking
class CardHelpPages {

  private final AskingForHelp asking;

  CardHelpPages(AskingForHelp asking) {
    this.asking = asking;
  }

  @POST
  @Done("求助已提出，对方会收到通知。")
  @PermissionsAllowed(Permissions.ASK_FOR_HELP)
  @Path("{number}/help-requests")
  public Response ask(String number, @BeanParam HelpForm form) {
    asking.ask(form.asked(number));
    return Response.seeOther(UriBuilder.fromPath("/cards/{number}").build(number)).build();
  }
}
