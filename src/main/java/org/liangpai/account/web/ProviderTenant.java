package org.liangpai.account.web;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.liangpai.account.OidcSettings;
import org.liangpai.shared.RequestPath;

/** Lets the identity provider sign people in at the one address for it, and nowhere else. */
@ApplicationScoped
class ProviderTenant implements TenantResolver {

  /** Switched off by the configuration. */
  private static final String NOBODY = "nobody";

  @Override
  public String resolve(RoutingContext context) {
    String path = RequestPath.of(context);
    boolean isProvided =
        path.equals(OidcSettings.SIGN_IN) || path.startsWith(OidcSettings.SIGN_IN + "/");
    return isProvided ? null : NOBODY;
  }
}
