package org.liangpai.testsupport;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;

/** An audit administrator, whose requests carry {@code Authorization: Auditor}. */
@ApplicationScoped
public class Auditor implements HttpAuthenticationMechanism {

  public static final String AUTHORIZATION = "Auditor";

  public static final Viewer VIEWER =
      new Viewer("示例审计员", List.of(new HeldPost(Role.AUDIT, null, Scope.NONE)), "127.0.0.1");

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviderManager) {
    if (!AUTHORIZATION.equals(context.request().getHeader("Authorization"))) {
      return Uni.createFrom().nullItem();
    }
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(VIEWER.account()))
                .addPermissionChecker(
                    permission -> Uni.createFrom().item(VIEWER.may(permission.getName())))
                .addAttribute(Viewer.class.getName(), VIEWER)
                .build());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  @Override
  public int getPriority() {
    return 10_001;
  }
}
