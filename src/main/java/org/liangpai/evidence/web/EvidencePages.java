package org.liangpai.evidence.web;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.liangpai.evidence.AddingEvidence;
import org.liangpai.evidence.WithdrawingEvidence;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Parameters;

/** The forms of evidence on the page of a card. */
@Path("/cards/{number}/evidence")
@Produces(MediaType.TEXT_HTML)
@Blocking
class EvidencePages {

  private final AddingEvidence adding;
  private final WithdrawingEvidence withdrawing;

  EvidencePages(AddingEvidence adding, WithdrawingEvidence withdrawing) {
    this.adding = adding;
    this.withdrawing = withdrawing;
  }

  @POST
  @Done("佐证已添加。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("text")
  public Response text(
      String number, @RestForm long line, @RestForm String happenedOn, @RestForm String note) {
    adding.addText(number, line, day(happenedOn), note);
    return shown(number);
  }

  @POST
  @Done("佐证已添加。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("record")
  public Response record(
      String number, @RestForm long line, @RestForm String month, @RestForm String note) {
    adding.addRecord(
        number, line, null, note, Parameters.optionalMonth("month", month).orElse(null));
    return shown(number);
  }

  @POST
  @Done("佐证已上传。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response file(
      String number,
      @RestForm("file") FileUpload file,
      @RestForm @DefaultValue("0") long line,
      @RestForm String happenedOn,
      @RestForm String note) {
    // A browser sends an empty part for a field in which no file was chosen.
    boolean chosen = file != null && file.fileName() != null && !file.fileName().isBlank();
    adding.addFile(
        number,
        line,
        day(happenedOn),
        note,
        chosen ? file.fileName() : null,
        chosen ? file.uploadedFile() : null);
    return shown(number);
  }

  @POST
  @Done("佐证已撤回，原来的记录保留。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{id}/withdrawal")
  public Response withdraw(String number, String id, @RestForm String reason) {
    return shown(withdrawing.withdraw(Parameters.uuid("佐证", id), reason));
  }

  private static LocalDate day(String text) {
    return Parameters.optionalDay("happenedOn", text).orElse(null);
  }

  private static Response shown(String number) {
    return Response.seeOther(UriBuilder.fromPath("/cards/{number}").build(number)).build();
  }
}
