package org.liangpai.account.web;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.liangpai.account.OidcSettings;
import org.liangpai.account.ProvidedPerson;

/** Reads from the identity token of a request who signed in. */
@RequestScoped
class ProviderClaims {

  private final OidcSession session;
  private final OidcConfigurationMetadata provider;
  private final OidcSettings settings;
  private final Optional<String> clientId;

  ProviderClaims(
      OidcSession session,
      OidcConfigurationMetadata provider,
      OidcSettings settings,
      @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> clientId) {
    this.session = session;
    this.provider = provider;
    this.settings = settings;
    this.clientId = clientId;
  }

  ProvidedPerson person(UriInfo service) {
    JsonWebToken token = session.getIdToken();
    return new ProvidedPerson(
        token.getIssuer() + " " + token.getSubject(),
        text(token.getClaim(settings.accountClaim())),
        text(token.getClaim("name")),
        texts(token.getClaim(settings.postsClaim())),
        signOutAddress(token, service));
  }

  private String signOutAddress(JsonWebToken token, UriInfo service) {
    String address = provider.getEndSessionUri();
    return address == null
        ? null
        : UriBuilder.fromUri(address)
            .queryParam("id_token_hint", token.getRawToken())
            .queryParam("client_id", clientId.orElseThrow())
            .queryParam(
                "post_logout_redirect_uri",
                service.getBaseUriBuilder().path("sign-in").build().toString())
            .build()
            .toString();
  }

  /** A claim of one text may come without a list around it. */
  private static List<String> texts(Object claim) {
    if (claim == null) {
      return List.of();
    }
    return claim instanceof Collection<?> many
        ? many.stream().map(ProviderClaims::text).toList()
        : List.of(text(claim));
  }

  private static String text(Object claim) {
    return claim instanceof JsonString text ? text.getString() : claim == null ? null : "" + claim;
  }
}
