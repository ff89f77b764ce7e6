package org.liangpai.evidence.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.evidence.EvidenceContent;
import org.liangpai.evidence.EvidenceView;
import org.liangpai.evidence.ReadingEvidence;
import org.liangpai.evidence.WithdrawingEvidence;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Attachment;
import org.liangpai.shared.Parameters;

/** Pieces of evidence. */
@Path("/api/evidence")
@Tag(name = "佐证")
class EvidenceResource {

  /** Why evidence is withdrawn. */
  record WithdrawalRequest(String reason) {}

  private final ReadingEvidence reading;
  private final WithdrawingEvidence withdrawing;

  EvidenceResource(ReadingEvidence reading, WithdrawingEvidence withdrawing) {
    this.reading = reading;
    this.withdrawing = withdrawing;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Path("{id}/content")
  @Operation(summary = "下载一件佐证的文件，先核对校验值；下载记入审计")
  public Response content(String id) {
    EvidenceContent content = reading.content(Parameters.uuid("佐证", id));
    return Attachment.of(
        content.name(),
        content.plainName(),
        content.type().mediaType(),
        content.size(),
        content.writing()::to);
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "撤回一件佐证：限本人添加、尚未验收的，须写明理由；记录保留")
  public EvidenceView withdraw(String id, @NotNull(message = "请提供请求正文") WithdrawalRequest request) {
    UUID evidence = Parameters.uuid("佐证", id);
    withdrawing.withdraw(evidence, request.reason());
    return reading.get(evidence);
  }
}
