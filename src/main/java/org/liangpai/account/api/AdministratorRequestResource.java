package org.liangpai.account.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.account.AdministratorRequest;
import org.liangpai.account.AnsweringAdministratorRequests;
import org.liangpai.account.AnsweringAdministratorRequests.Confirmed;
import org.liangpai.account.ReadingAdministratorRequests;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** What waits for a second administrator, and what became of it. */
@Path("/api/administrator-requests")
@Consumes(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Permissions.CONFIRM_ADMINISTRATORS)
@Tag(name = "管理员账号变更")
class AdministratorRequestResource {

  /** Why. */
  record AnswerRequest(String reason) {}

  private final ReadingAdministratorRequests reading;
  private final AnsweringAdministratorRequests answering;

  AdministratorRequestResource(
      ReadingAdministratorRequests reading, AnsweringAdministratorRequests answering) {
    this.reading = reading;
    this.answering = answering;
  }

  @GET
  @Operation(summary = "管理员账号变更的申请，最近的在前；mayConfirm 为真的等我确认")
  public Page<AdministratorRequest> list(@RestQuery String after, @RestQuery String limit) {
    return reading.list(Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "一项申请")
  public AdministratorRequest get(@RestPath String id) {
    return reading.get(Parameters.number("申请", id));
  }

  @POST
  @Path("{id}/confirmation")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "由另一类管理员确认并办理；重置密码时，passwordPart 是新密码的后半段，只显示这一次")
  public Confirmed confirm(@RestPath String id) {
    return answering.confirm(Parameters.number("申请", id));
  }

  @POST
  @Path("{id}/refusal")
  @Operation(summary = "由另一类管理员写明理由，不同意")
  public AdministratorRequest refuse(
      @RestPath String id, @NotNull(message = "请提供请求正文") AnswerRequest request) {
    return answering.refuse(Parameters.number("申请", id), request.reason());
  }

  @POST
  @Path("{id}/withdrawal")
  @Operation(summary = "申请人写明理由，撤回自己的申请")
  public AdministratorRequest withdraw(
      @RestPath String id, @NotNull(message = "请提供请求正文") AnswerRequest request) {
    return answering.withdraw(Parameters.number("申请", id), request.reason());
  }
}
