package org.liangpai.account.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.account.Credentials;
import org.liangpai.account.EndingSessions;
import org.liangpai.account.OidcSettings;
import org.liangpai.account.OpenWhile;
import org.liangpai.account.Pending;
import org.liangpai.account.ProviderSessions;
import org.liangpai.account.SettingUp;
import org.liangpai.account.SignInRefused;
import org.liangpai.account.SignedIn;
import org.liangpai.account.SigningIn;
import org.liangpai.shared.LocalPath;
import org.liangpai.shared.Origin;
import org.liangpai.shared.PageToken;
import org.liangpai.shared.ServiceCookie;

/** Signing in and out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SignInPages {

  /** So long a browser is known again in which somebody signed in. */
  private static final Duration KNOWN = Duration.ofDays(90);

  private static final String CODE_ASKED = "second-factor-asked";
  private static final String CODE_WRONG = "second-factor-wrong";
  private static final String CODES_LOCKED = "second-factor-locked";

  /** After these the one-time code is what is asked for. */
  private static final Set<String> WITH_CODE = Set.of(CODE_ASKED, CODE_WRONG, CODES_LOCKED);

  @CheckedTemplate(basePath = "sign-in-pages")
  static class Templates {
    static native TemplateInstance form(Form form, boolean hasProvider);

    static native TemplateInstance leaving(String address);
  }

  /**
   * What the form shows.
   *
   * @param to where to go afterwards, or {@code null} for the first page of the role
   * @param refused why nobody was signed in, or {@code null}
   * @param asksCode whether the one-time code is asked for
   * @param kept whether something that was typed waits on the page to which it leads
   */
  record Form(
      String to, String name, String refused, boolean asksCode, boolean signedOut, boolean kept) {}

  private final SigningIn signingIn;
  private final EndingSessions sessions;
  private final ProviderSessions providerSessions;
  private final OidcSettings provider;
  private final SettingUp settingUp;
  private final PageToken pageToken;
  private final SecurityIdentity identity;

  SignInPages(
      SigningIn signingIn,
      EndingSessions sessions,
      ProviderSessions providerSessions,
      OidcSettings provider,
      SettingUp settingUp,
      PageToken pageToken,
      SecurityIdentity identity) {
    this.signingIn = signingIn;
    this.sessions = sessions;
    this.providerSessions = providerSessions;
    this.provider = provider;
    this.settingUp = settingUp;
    this.pageToken = pageToken;
    this.identity = identity;
  }

  @GET
  @PermitAll
  @Path("sign-in")
  public Response form(@RestQuery String to, @RestQuery String out, @RestQuery String kept) {
    if (settingUp.isOpen()) {
      return Response.seeOther(URI.create("/setup")).build();
    }
    String local = LocalPath.of(to).orElse(null);
    return Response.ok(page(new Form(local, "", null, false, out != null, kept != null))).build();
  }

  /** The longer an address has failed, the longer it waits, and no thread waits with it. */
  @POST
  @PermitAll
  @Path("sign-in")
  public Uni<Response> signIn(
      @RestForm String name,
      @RestForm String password,
      @RestForm String code,
      @RestForm String to,
      HttpServerRequest request) {
    Origin from = signingIn.known(Origin.of(request));
    Credentials credentials = new Credentials(text(name), text(password), code);
    return Delayed.by(
        signingIn.delay(credentials.name(), from),
        () -> signIn(credentials, from, LocalPath.of(to).orElse(null), request));
  }

  private Response signIn(
      Credentials credentials, Origin from, String to, HttpServerRequest request) {
    try {
      SigningIn.Opened opened = signingIn.signIn(credentials, from);
      ServiceCookie.SESSION.of(request).ifPresent(token -> sessions.signOutFormer(token, from));
      return Response.seeOther(URI.create(to == null ? "/" : to))
          .cookie(
              SessionCookie.of(opened.token(), request),
              ServiceCookie.BROWSER
                  .answer(from.browser(), request)
                  .maxAge((int) KNOWN.toSeconds())
                  .build(),
              pageToken.ofNew(opened.token(), request))
          .build();
    } catch (SignInRefused refused) {
      boolean asksCode = WITH_CODE.contains(refused.code());
      Form again = new Form(to, credentials.name(), refused.getMessage(), asksCode, false, false);
      Response.ResponseBuilder answer = Response.status(refused.status()).entity(page(again));
      refused
          .retryAfter()
          .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1));
      return answer.build();
    }
  }

  @POST
  @Authenticated
  @OpenWhile({Pending.CHANGE_PASSWORD, Pending.ADD_SECOND_FACTOR})
  @Path("sign-out")
  public Response signOut(HttpServerRequest request) {
    SignedIn signedIn = identity.getAttribute(SignedIn.class.getName());
    Optional<String> atProvider = Optional.empty();
    if (signedIn != null) {
      sessions.signOut(signedIn);
      atProvider = providerSessions.leave(signedIn);
    }
    return atProvider
        .map(SignInPages::leaving)
        .orElseGet(() -> Response.seeOther(URI.create("/sign-in?out=1")))
        .cookie(SessionCookie.none(request))
        .build();
  }

  /** A page that goes on by itself: a form of this service may not lead to another site. */
  private static Response.ResponseBuilder leaving(String address) {
    return Response.ok(Templates.leaving(address)).header("Refresh", "0; url=" + address);
  }

  private TemplateInstance page(Form form) {
    return Templates.form(form, provider.isEnabled());
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
