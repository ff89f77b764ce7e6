package org.liangpai.evidence.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.liangpai.evidence.AddingEvidence;
import org.liangpai.evidence.EvidenceKind;
import org.liangpai.evidence.EvidenceView;
import org.liangpai.evidence.ReadingEvidence;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** The evidence of one card. */
@Path("/api/cards/{number}/evidence")
@Tag(name = "佐证")
class CardEvidenceResource {

  /**
   * A text, or a link to a monthly record.
   *
   * @param kind TEXT or RECORD
   * @param happenedOn the day of the fact; may be missing for a record
   * @param month of the record
   */
  record EvidenceRequest(long lineId, String kind, String happenedOn, String note, String month) {}

  private final AddingEvidence adding;
  private final ReadingEvidence reading;

  CardEvidenceResource(AddingEvidence adding, ReadingEvidence reading) {
    this.adding = adding;
    this.reading = reading;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Operation(summary = "一张亮牌各情形的佐证，已撤回的也列出")
  public List<EvidenceView> list(String number) {
    return reading.of(number);
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "添加佐证：文字说明（TEXT）、已上报的纪实（RECORD），或以multipart上传文件（file）")
  public Response add(String number, @NotNull(message = "请提供请求正文") EvidenceRequest request) {
    EvidenceKind kind =
        Parameters.optionalOf(EvidenceKind.class, "kind", request.kind())
            .orElseThrow(() -> new Invalid("kind", "请填写佐证形式：TEXT 文字说明、RECORD 月度纪实"));
    LocalDate day = Parameters.optionalDay("happenedOn", request.happenedOn()).orElse(null);
    UUID id =
        switch (kind) {
          case TEXT -> adding.addText(number, request.lineId(), day, request.note());
          case RECORD ->
              adding.addRecord(
                  number,
                  request.lineId(),
                  day,
                  request.note(),
                  Parameters.optionalMonth("month", request.month()).orElse(null));
          case FILE -> throw new Invalid("kind", "文件请以multipart/form-data上传，字段为file");
        };
    return created(id);
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "添加佐证：文字说明（TEXT）、已上报的纪实（RECORD），或以multipart上传文件（file）")
  public Response upload(
      String number,
      @RestForm("file") FileUpload file,
      @RestForm @DefaultValue("0") long lineId,
      @RestForm String happenedOn,
      @RestForm String note) {
    UUID id =
        adding.addFile(
            number,
            lineId,
            Parameters.optionalDay("happenedOn", happenedOn).orElse(null),
            note,
            file == null ? null : file.fileName(),
            file == null ? null : file.uploadedFile());
    return created(id);
  }

  private Response created(UUID id) {
    return Response.status(201).entity(reading.get(id)).build();
  }
}
