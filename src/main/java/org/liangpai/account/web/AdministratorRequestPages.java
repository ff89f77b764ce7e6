package org.liangpai.account.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.account.AdministratorRequest;
import org.liangpai.account.AnsweringAdministratorRequests;
import org.liangpai.account.ReadingAdministratorRequests;
import org.liangpai.account.RequestStatus;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Refusal;

/** What waits for a second administrator, for the three of them. */
@Path("/administrator-requests")
@PermissionsAllowed(Permissions.CONFIRM_ADMINISTRATORS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class AdministratorRequestPages {

  private static final int SIZE = 50;
  private static final String PATH = "/administrator-requests";

  @CheckedTemplate(basePath = "account-pages")
  static class Templates {
    static native TemplateInstance requests(Shown shown, String done, Refused refused);
  }

  /** What is shown: what waits, what is over, and the second part of a password, once. */
  record Shown(
      List<AdministratorRequest> waiting,
      List<AdministratorRequest> over,
      String next,
      String passwordPart) {

    @Override
    public String toString() {
      return "requests";
    }
  }

  /** What was not done: with which request, and why. */
  record Refused(long id, String message) {}

  private final ReadingAdministratorRequests reading;
  private final AnsweringAdministratorRequests answering;

  AdministratorRequestPages(
      ReadingAdministratorRequests reading, AnsweringAdministratorRequests answering) {
    this.reading = reading;
    this.answering = answering;
  }

  @GET
  public TemplateInstance list(@RestQuery String after, @RestQuery String done) {
    return page(Parameters.after(after), done, null, null);
  }

  /** The part of the password stands on the page that answers and nowhere else. */
  @POST
  @Path("{id}/confirmation")
  public Response confirm(String id) {
    return answering(
        id,
        number -> {
          String part = answering.confirm(number).passwordPart();
          return part == null
              ? done("confirmed")
              : Response.ok(page(0, "confirmed", null, part)).build();
        });
  }

  @POST
  @Path("{id}/refusal")
  public Response refuse(String id, @RestForm String reason) {
    return answering(
        id,
        number -> {
          answering.refuse(number, reason);
          return done("refused");
        });
  }

  @POST
  @Path("{id}/withdrawal")
  public Response withdraw(String id, @RestForm String reason) {
    return answering(
        id,
        number -> {
          answering.withdraw(number, reason);
          return done("withdrawn");
        });
  }

  private interface Answer {
    Response to(long id);
  }

  private Response answering(String id, Answer answer) {
    long number = Parameters.number("申请", id);
    try {
      return answer.to(number);
    } catch (Invalid invalid) {
      return refused(400, number, invalid);
    } catch (Refusal refusal) {
      return refused(409, number, refusal);
    }
  }

  private Response refused(int status, long id, RuntimeException refused) {
    return Response.status(status)
        .entity(page(0, null, new Refused(id, refused.getMessage()), null))
        .build();
  }

  private TemplateInstance page(long after, String done, Refused refused, String part) {
    Page<AdministratorRequest> page = reading.list(after, SIZE);
    return Templates.requests(
        new Shown(
            page.items().stream().filter(AdministratorRequestPages::isWaiting).toList(),
            page.items().stream().filter(one -> !isWaiting(one)).toList(),
            page.next(),
            part),
        done,
        refused);
  }

  private static boolean isWaiting(AdministratorRequest request) {
    return request.status() == RequestStatus.WAITING;
  }

  private static Response done(String what) {
    return Response.seeOther(URI.create(PATH + "?done=" + what)).build();
  }
}
