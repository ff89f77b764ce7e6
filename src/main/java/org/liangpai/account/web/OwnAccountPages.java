package org.liangpai.account.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
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
import org.liangpai.account.ChangingPasswords;
import org.liangpai.account.EndingSessions;
import org.liangpai.account.EndingTokens;
import org.liangpai.account.FreshProof;
import org.liangpai.account.IssuingTokens;
import org.liangpai.account.NewToken;
import org.liangpai.account.OpenWhile;
import org.liangpai.account.Pending;
import org.liangpai.account.SecondFactors;
import org.liangpai.account.SignedIn;
import org.liangpai.account.TokenReach;
import org.liangpai.account.TokenView;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Refusal;

/** The own account: password, second factor, sessions and access tokens. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Blocking
class OwnAccountPages {

  private static final URI ACCOUNT = URI.create("/account");

  @CheckedTemplate(basePath = "own-account-pages")
  static class Templates {
    static native TemplateInstance account(
        Refused refused,
        String done,
        String rule,
        boolean secondFactor,
        List<EndingSessions.SessionView> sessions,
        Long present,
        List<TokenView> tokens,
        List<String> permissions,
        boolean fresh,
        String token);
  }

  /** What was not done: in which form, and why. */
  record Refused(String form, String message) {}

  private final ChangingPasswords passwords;
  private final SecondFactors secondFactors;
  private final EndingSessions sessions;
  private final IssuingTokens issuing;
  private final EndingTokens tokens;
  private final FreshProof proof;
  private final SecurityIdentity identity;

  OwnAccountPages(
      ChangingPasswords passwords,
      SecondFactors secondFactors,
      EndingSessions sessions,
      IssuingTokens issuing,
      EndingTokens tokens,
      FreshProof proof,
      SecurityIdentity identity) {
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.sessions = sessions;
    this.issuing = issuing;
    this.tokens = tokens;
    this.proof = proof;
    this.identity = identity;
  }

  @GET
  @OpenWhile({Pending.CHANGE_PASSWORD, Pending.ADD_SECOND_FACTOR})
  public TemplateInstance account(@RestQuery String done) {
    return page(null, done, null);
  }

  @POST
  @OpenWhile({Pending.CHANGE_PASSWORD, Pending.ADD_SECOND_FACTOR})
  @Path("password")
  public Response changePassword(
      @RestForm String present,
      @RestForm String password,
      @RestForm String again,
      @RestForm String keepsTokens) {
    try {
      if (password == null || !password.equals(again)) {
        throw new Invalid("again", "两次输入的新密码不一致");
      }
      passwords.change(present, password, session(), keepsTokens != null);
    } catch (Invalid invalid) {
      return refused("password", invalid.getMessage());
    }
    return done("password");
  }

  @POST
  @Path("sessions/{id}/end")
  public Response endSession(String id) {
    sessions.end(Parameters.number("会话", id));
    return done("session");
  }

  /** The token stands on the page that answers and nowhere else, so nothing is redirected. */
  @POST
  @Path("tokens")
  public Response issue(
      @RestForm String name,
      @RestForm String expiresOn,
      @RestForm String reach,
      @RestForm List<String> permissions,
      @RestForm String present) {
    try {
      NewToken asked =
          new NewToken(
              name,
              Parameters.optionalDay("expiresOn", expiresOn).orElse(null),
              TokenReach.NAMED.name().equals(reach) ? permissions : null);
      IssuingTokens.Issued issued = issuing.issue(asked, signedIn(), present);
      return Response.ok(page(null, null, issued.token())).build();
    } catch (Invalid | Refusal refused) {
      return refused("token", refused.getMessage());
    }
  }

  @POST
  @Path("tokens/{id}/revocation")
  public Response revoke(String id) {
    tokens.revoke(Parameters.number("访问令牌", id));
    return done("token");
  }

  private TemplateInstance page(Refused refused, String done, String token) {
    return Templates.account(
        refused,
        done,
        passwords.rule(),
        secondFactors.isEnrolled(),
        sessions.own(),
        session(),
        tokens.own(),
        issuing.grantable(),
        proof.isFresh(signedIn()),
        token);
  }

  private SignedIn signedIn() {
    return identity.getAttribute(SignedIn.class.getName());
  }

  private Long session() {
    SignedIn signedIn = signedIn();
    return signedIn == null ? null : signedIn.sessionId();
  }

  private Response refused(String form, String message) {
    return Response.status(400).entity(page(new Refused(form, message), null, null)).build();
  }

  private static Response done(String what) {
    return Response.seeOther(URI.create(ACCOUNT + "?done=" + what)).build();
  }
}
