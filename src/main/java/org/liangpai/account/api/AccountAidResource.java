package org.liangpai.account.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.liangpai.account.ActivatingAccounts;
import org.liangpai.account.ChangingPasswords;
import org.liangpai.account.EndingSessions;
import org.liangpai.account.EndingSessions.SessionView;
import org.liangpai.account.SecondFactors;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** What the system administrator does for somebody who cannot get in, or should be out. */
@Path("/api/accounts")
@PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
@Tag(name = "账号")
class AccountAidResource {

  /** A new password. */
  record PasswordRequest(String password) {

    @Override
    public String toString() {
      return "password";
    }
  }

  private final ActivatingAccounts activating;
  private final ChangingPasswords passwords;
  private final EndingSessions sessions;
  private final SecondFactors factors;

  AccountAidResource(
      ActivatingAccounts activating,
      ChangingPasswords passwords,
      EndingSessions sessions,
      SecondFactors factors) {
    this.activating = activating;
    this.passwords = passwords;
    this.sessions = sessions;
    this.factors = factors;
  }

  @POST
  @Path("{name}/unlock")
  @ResponseStatus(204)
  @Operation(summary = "解除因多次输错密码的锁定")
  public void unlock(@RestPath String name) {
    activating.unlock(name);
  }

  @POST
  @Path("{name}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(204)
  @Operation(summary = "重置密码；会话随即结束")
  public void reset(@RestPath String name, @NotNull(message = "请提供请求正文") PasswordRequest request) {
    passwords.reset(name, request.password());
  }

  @DELETE
  @Path("{name}/second-factor")
  @Operation(summary = "解除动态口令，例如手机遗失")
  public void removeSecondFactor(@RestPath String name) {
    factors.removeOf(name);
  }

  @GET
  @Path("{name}/sessions")
  @Operation(summary = "账号在网页上的会话")
  public List<SessionView> sessions(@RestPath String name) {
    return sessions.of(name);
  }

  @DELETE
  @Path("{name}/sessions/{id}")
  @Operation(summary = "结束账号的一个会话")
  public void end(@RestPath String name, @RestPath String id) {
    sessions.end(name, Parameters.number("会话", id));
  }

  @DELETE
  @Path("{name}/sessions")
  @Operation(summary = "结束账号的全部会话")
  public void endAll(@RestPath String name) {
    sessions.endAll(name);
  }
}
