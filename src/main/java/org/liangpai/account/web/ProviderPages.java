package org.liangpai.account.web;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.liangpai.account.EndingSessions;
import org.liangpai.account.OidcSettings;
import org.liangpai.account.ProvidedPerson;
import org.liangpai.account.SigningIn;
import org.liangpai.account.SigningInByProvider;
import org.liangpai.shared.LocalPath;
import org.liangpai.shared.Origin;
import org.liangpai.shared.Problem;
import org.liangpai.shared.RequestPath;
import org.liangpai.shared.ServiceCookie;

/**
 * Signing in by the identity provider. Its own session, in a cookie, serves this one request: from
 * then on the session of this service counts, as for everybody.
 */
@Path(OidcSettings.SIGN_IN)
@Authenticated
@AuthorizationCodeFlow
class ProviderPages {

  private static final Logger LOG = Logger.getLogger(ProviderPages.class);
  private static final String CALLBACK = "callback";
  private static final int UNAVAILABLE = 503;

  private final OidcSettings settings;
  private final SigningInByProvider signingIn;
  private final EndingSessions sessions;
  private final ProviderClaims claims;
  private final OidcSession providerSession;

  ProviderPages(
      OidcSettings settings,
      SigningInByProvider signingIn,
      EndingSessions sessions,
      ProviderClaims claims,
      OidcSession providerSession) {
    this.settings = settings;
    this.signingIn = signingIn;
    this.sessions = sessions;
    this.claims = claims;
    this.providerSession = providerSession;
  }

  @GET
  public Uni<Response> signIn(@RestQuery String to, HttpServerRequest request, UriInfo at) {
    ProvidedPerson person = claims.person(at);
    Origin from = Origin.of(request);
    Optional<String> former = ServiceCookie.SESSION.of(request);
    return providerSession
        .logout()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            ended -> {
              SigningIn.Opened opened = signingIn.signIn(person, from);
              former.ifPresent(token -> sessions.signOutFormer(token, from));
              return Response.seeOther(URI.create(LocalPath.of(to).orElse("/")))
                  .cookie(SessionCookie.of(opened.token(), request))
                  .build();
            });
  }

  /** Whoever was signed in goes on from here to where they began, before this is reached. */
  @GET
  @Path(CALLBACK)
  public Response callback() {
    return Response.seeOther(URI.create(OidcSettings.SIGN_IN)).build();
  }

  /** Leads to the provider; whoever comes back from there without having begun here is refused. */
  @ServerExceptionMapper
  Uni<Response> notSignedIn(UnauthorizedException unauthorized, RoutingContext routing) {
    if (!settings.isEnabled()) {
      return Uni.createFrom().item(Response.seeOther(URI.create("/sign-in")).build());
    }
    if (RequestPath.of(routing).endsWith(CALLBACK)) {
      return refused(routing);
    }
    HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
    return authenticator
        .getChallenge(routing)
        .map(ProviderPages::answer)
        .onFailure()
        .recoverWithItem(ProviderPages::unreachable);
  }

  @ServerExceptionMapper
  Uni<Response> failed(AuthenticationFailedException failed, RoutingContext routing) {
    return refused(routing);
  }

  @ServerExceptionMapper
  Uni<Response> notCompleted(AuthenticationCompletionException failed, RoutingContext routing) {
    return refused(routing);
  }

  private Uni<Response> refused(RoutingContext routing) {
    Origin from = Origin.of(routing.request());
    return Uni.createFrom()
        .item(() -> signingIn.failed("统一身份认证返回的结果没有通过校验", from))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(
            refused ->
                Problem.of(refused.status(), refused.code(), refused.title(), refused.getMessage())
                    .toResponse());
  }

  private static Response unreachable(Throwable fault) {
    LOG.warnf("The identity provider cannot be asked: %s", fault.getMessage());
    return Problem.of(
            UNAVAILABLE, "provider-unreachable", "统一身份认证连接不上", "现在连接不上统一身份认证，请稍后再试；一直连接不上请联系系统管理员。")
        .toResponse();
  }

  private static Response answer(ChallengeData challenge) {
    return Response.status(challenge.status)
        .header(challenge.headerName.toString(), challenge.headerContent)
        .build();
  }
}
