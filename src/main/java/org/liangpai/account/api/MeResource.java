package org.liangpai.account.api;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
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
import org.liangpai.account.ChangingPasswords;
import org.liangpai.account.EndingSessions;
import org.liangpai.account.EndingSessions.SessionView;
import org.liangpai.account.EndingTokens;
import org.liangpai.account.IssuingTokens;
import org.liangpai.account.NewToken;
import org.liangpai.account.OpenWhile;
import org.liangpai.account.Pending;
import org.liangpai.account.SignedIn;
import org.liangpai.account.TokenView;
import org.liangpai.security.Viewer;
import org.liangpai.shared.Parameters;

/** What concerns whoever asks: their posts, password, tokens and sessions. */
@Path("/api/me")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "我的账号")
class MeResource {

  /** Who somebody is; {@code pending} is what they have to do first. */
  record Me(String account, String displayName, List<HeldPostView> posts, Pending pending) {}

  /** A post that is held today. */
  record HeldPostView(String role, String roleLabel, String code) {}

  /**
   * The present password and the new one.
   *
   * @param keepsTokens whether access tokens and the address of the calendar stay good
   */
  record PasswordRequest(String present, String password, boolean keepsTokens) {

    @Override
    public String toString() {
      return "password";
    }
  }

  /**
   * What a token is for, and the last day that it can be used.
   *
   * @param permissions the only ones that it may use; without them it reads and changes nothing
   */
  record TokenRequest(String name, String expiresOn, List<String> permissions) {}

  /** A new token; {@code token} is shown this once. */
  record IssuedToken(TokenView view, String token) {

    @Override
    public String toString() {
      return view.toString();
    }
  }

  private final ChangingPasswords passwords;
  private final IssuingTokens issuing;
  private final EndingTokens tokens;
  private final EndingSessions sessions;
  private final SecurityIdentity identity;

  MeResource(
      ChangingPasswords passwords,
      IssuingTokens issuing,
      EndingTokens tokens,
      EndingSessions sessions,
      SecurityIdentity identity) {
    this.passwords = passwords;
    this.issuing = issuing;
    this.tokens = tokens;
    this.sessions = sessions;
    this.identity = identity;
  }

  @GET
  @OpenWhile({Pending.CHANGE_PASSWORD, Pending.ADD_SECOND_FACTOR})
  @Operation(summary = "我是谁，今天有哪些岗位")
  public Me get() {
    Viewer viewer = Viewer.of(identity);
    SignedIn signedIn = signedIn();
    List<HeldPostView> posts =
        viewer.posts().stream()
            .map(one -> new HeldPostView(one.role().name(), one.role().label(), one.code()))
            .toList();
    return signedIn == null
        ? new Me(viewer.account(), viewer.account(), posts, null)
        : new Me(viewer.account(), signedIn.displayName(), posts, signedIn.pending());
  }

  @POST
  @Path("password")
  @ResponseStatus(204)
  @OpenWhile({Pending.CHANGE_PASSWORD, Pending.ADD_SECOND_FACTOR})
  @Operation(summary = "修改自己的密码；其他会话随即结束，访问令牌和日历订阅随即失效（keepsTokens 为 true 时保留）。初始密码和重置的密码须先在这里修改")
  public void change(@NotNull(message = "请提供请求正文") PasswordRequest request) {
    SignedIn signedIn = signedIn();
    passwords.change(
        request.present(),
        request.password(),
        signedIn == null ? null : signedIn.sessionId(),
        request.keepsTokens());
  }

  @GET
  @Path("tokens")
  @Operation(summary = "自己的访问令牌，不含令牌本身")
  public List<TokenView> tokens() {
    return tokens.own();
  }

  @POST
  @Path("tokens")
  @ResponseStatus(201)
  @Operation(summary = "签发访问令牌；令牌只显示这一次，有效期不填为90天，最长366天；不填 permissions 为只读；不能凭令牌签发令牌")
  public IssuedToken issue(@NotNull(message = "请提供请求正文") TokenRequest request) {
    IssuingTokens.Issued issued =
        issuing.issue(
            new NewToken(
                request.name(),
                Parameters.optionalDay("expiresOn", request.expiresOn()).orElse(null),
                request.permissions()),
            signedIn(),
            null);
    return new IssuedToken(issued.view(), issued.token());
  }

  @DELETE
  @Path("tokens/{id}")
  @Operation(summary = "吊销访问令牌")
  public void revoke(@RestPath String id) {
    tokens.revoke(Parameters.number("访问令牌", id));
  }

  @GET
  @Path("sessions")
  @Operation(summary = "自己在网页上的会话")
  public List<SessionView> sessions() {
    return sessions.own();
  }

  @DELETE
  @Path("sessions/{id}")
  @Operation(summary = "结束自己的一个会话")
  public void end(@RestPath String id) {
    sessions.end(Parameters.number("会话", id));
  }

  private SignedIn signedIn() {
    return identity.getAttribute(SignedIn.class.getName());
  }
}
