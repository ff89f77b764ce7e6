package org.liangpai.account.api;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.liangpai.account.AccessTokens;
import org.liangpai.account.Credentials;
import org.liangpai.account.Sessions;
import org.liangpai.account.SignedIn;
import org.liangpai.account.SigningIn;
import org.liangpai.security.Viewer;
import org.liangpai.shared.AccessRefused;
import org.liangpai.shared.Origin;
import org.liangpai.shared.RequestPath;
import org.liangpai.shared.ServiceCookie;

/**
 * Tells who makes a request: by HTTP Basic, by an access token, or by the session of a page. What
 * changes something through the API needs one of the first two: a session is sent by a browser also
 * when another site makes it.
 */
@ApplicationScoped
class AccountAuthentication implements HttpAuthenticationMechanism {

  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";
  private static final String OWN_PASSWORD = "/api/me/password";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final SigningIn signingIn;
  private final AccessTokens tokens;
  private final Sessions sessions;
  private final Waiting waiting;

  AccountAuthentication(
      SigningIn signingIn, AccessTokens tokens, Sessions sessions, Waiting waiting) {
    this.signingIn = signingIn;
    this.tokens = tokens;
    this.sessions = sessions;
    this.waiting = waiting;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviderManager) {
    String authorization = context.request().getHeader("Authorization");
    if (begins(authorization, BASIC)) {
      return basic(authorization.substring(BASIC.length()).strip(), context);
    }
    if (begins(authorization, BEARER + AccessTokens.PREFIX)) {
      String token = authorization.substring(BEARER.length()).strip();
      return identity(blocking(() -> tokens.authenticate(token, Origin.of(context.request()))));
    }
    Optional<String> session = ServiceCookie.SESSION.of(context.request());
    if (authorization != null || session.isEmpty() || needsMoreThanSession(context)) {
      return Uni.createFrom().nullItem();
    }
    return blocking(() -> sessions.of(session.get(), Origin.of(context.request())))
        .map(found -> found.map(AccountAuthentication::identity).orElse(null));
  }

  private Uni<SecurityIdentity> basic(String encoded, RoutingContext context) {
    Credentials credentials = credentials(encoded);
    Origin from = Origin.of(context.request());
    boolean forPassword = RequestPath.of(context).equals(OWN_PASSWORD);
    return identity(
        blocking(() -> signingIn.recognise(credentials, from, forPassword))
            .chain(
                recognised ->
                    recognised.isPresent()
                        ? Uni.createFrom().item(recognised.get())
                        : failing(
                            waiting.blocking(
                                () -> signingIn.delay(credentials.name(), from),
                                () -> signingIn.authenticate(credentials, from, forPassword)))));
  }

  private <T> Uni<T> blocking(Supplier<T> work) {
    return failing(waiting.blocking(work));
  }

  private static <T> Uni<T> failing(Uni<T> work) {
    return work.onFailure(AccessRefused.class).transform(AuthenticationFailedException::new);
  }

  private static Uni<SecurityIdentity> identity(Uni<SignedIn> signedIn) {
    return signedIn.map(AccountAuthentication::identity);
  }

  private static SecurityIdentity identity(SignedIn signedIn) {
    Viewer viewer = signedIn.viewer();
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(viewer.account()))
        .addPermissionChecker(permission -> Uni.createFrom().item(viewer.may(permission.getName())))
        .addAttribute(Viewer.class.getName(), viewer)
        .addAttribute(SignedIn.class.getName(), signedIn)
        .build();
  }

  private static Credentials credentials(String encoded) {
    try {
      String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      if (colon >= 0) {
        return new Credentials(text.substring(0, colon), text.substring(colon + 1), null);
      }
    } catch (IllegalArgumentException malformed) {
      // Of nobody, like any other that is wrong.
    }
    return new Credentials("", "", null);
  }

  private static boolean needsMoreThanSession(RoutingContext context) {
    return RequestPath.isApi(context) && !SAFE.contains(context.request().method());
  }

  private static boolean begins(String header, String scheme) {
    return header != null
        && header.length() >= scheme.length()
        && header.substring(0, scheme.length()).toLowerCase(Locale.ROOT).equals(scheme);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
