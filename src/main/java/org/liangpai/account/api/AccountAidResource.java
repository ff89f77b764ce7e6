package org.liangpai.account.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.liangpai.account.ActivatingAccounts;
import org.liangpai.account.ChangingPasswords;
import org.liangpai.account.EndingSessions;
import org.liangpai.account.EndingSessions.SessionView;
import org.liangpai.account.EndingTokens;
import org.liangpai.account.SecondFactors;
import org.liangpai.account.TokenView;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** What the system administrator does for somebody who cannot get in, or should be out. */
@Path("/api/accounts")
@PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
@Tag(name = "账号")
class AccountAidResource {

  /** A new password, and why. */
  record PasswordRequest(
      String password, @Size(max = 2000, message = "原因不能超过2000字") String reason) {

    @Override
    public String toString() {
      return "password";
    }
  }

  private final ActivatingAccounts activating;
  private final ChangingPasswords passwords;
  private final EndingSessions sessions;
  private final EndingTokens tokens;
  private final SecondFactors factors;
  private final Requested requested;

  AccountAidResource(
      ActivatingAccounts activating,
      ChangingPasswords passwords,
      EndingSessions sessions,
      EndingTokens tokens,
      SecondFactors factors,
      Requested requested) {
    this.activating = activating;
    this.passwords = passwords;
    this.sessions = sessions;
    this.tokens = tokens;
    this.factors = factors;
    this.requested = requested;
  }

  @POST
  @Path("{name}/unlock")
  @Operation(summary = "解除因多次输错密码的锁定；管理员的账号须由另一类管理员确认（202）")
  public Response unlock(@RestPath String name) {
    return requested.or(activating.unlock(name));
  }

  @POST
  @Path("{name}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "重置密码，本人登录后须先修改；会话随即结束。管理员的账号须由另一类管理员确认（202）")
  public Response reset(
      @RestPath String name, @NotNull(message = "请提供请求正文") @Valid PasswordRequest request) {
    return requested.or(passwords.reset(name, request.password(), request.reason()));
  }

  @DELETE
  @Path("{name}/second-factor")
  @Operation(summary = "解除动态口令，例如手机遗失；管理员的账号须由另一类管理员确认（202）")
  public Response removeSecondFactor(@RestPath String name) {
    return requested.or(factors.removeOf(name));
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

  @GET
  @Path("{name}/tokens")
  @Operation(summary = "账号的访问令牌，不含令牌本身")
  public List<TokenView> tokens(@RestPath String name) {
    return tokens.of(name);
  }

  @DELETE
  @Path("{name}/tokens/{id}")
  @Operation(summary = "吊销账号的一个访问令牌")
  public void revoke(@RestPath String name, @RestPath String id) {
    tokens.revoke(name, Parameters.number("访问令牌", id));
  }

  @DELETE
  @Path("{name}/sessions")
  @Operation(summary = "结束账号的全部会话")
  public void endAll(@RestPath String name) {
    sessions.endAll(name);
  }
}
