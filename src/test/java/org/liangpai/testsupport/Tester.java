package org.liangpai.testsupport;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;

/**
 * Somebody who may do everything of the daily work everywhere, for tests that are not about who may
 * what: their requests carry {@code Authorization: Tester}. Posts after it, as in {@code Tester
 * COMMITTEE_OFFICER@W1 LEADER@X1}, make them somebody else with exactly these posts.
 */
@ApplicationScoped
public class Tester implements HttpAuthenticationMechanism {

  public static final String AUTHORIZATION = "Tester";

  /** The name of further threads of a test, on which it calls as the tester, too. */
  public static final String THREAD = "tester";

  public static final Viewer VIEWER =
      new Viewer(
          "示例操作员",
          List.of(
              new HeldPost(Role.CITY_OFFICER, null, Scope.WHOLE),
              new HeldPost(Role.COMMITTEE_OFFICER, null, Scope.WHOLE),
              new HeldPost(Role.COUNTY_OFFICER, null, Scope.WHOLE),
              new HeldPost(Role.BRANCH_SECRETARY, null, Scope.WHOLE),
              new HeldPost(Role.SUPERVISOR, null, Scope.WHOLE),
              new HeldPost(Role.LEADER, null, Scope.WHOLE)),
          "127.0.0.1");

  private final TestPosts posts;
  private final BlockingSecurityExecutor blocking;

  Tester(TestPosts posts, BlockingSecurityExecutor blocking) {
    this.posts = posts;
    this.blocking = blocking;
  }

  /** The authorization of somebody with these posts. */
  public static String with(String posts) {
    return (AUTHORIZATION + " " + posts).strip();
  }

  /** Threads of the tester. */
  public static ExecutorService threads(int number) {
    return Executors.newFixedThreadPool(number, work -> new Thread(work, THREAD));
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviderManager) {
    String said = context.request().getHeader("Authorization");
    if (AUTHORIZATION.equals(said)) {
      return Uni.createFrom().item(identity(VIEWER));
    }
    return said != null && said.startsWith(AUTHORIZATION + " ")
        ? blocking.executeBlocking(
            () -> identity(posts.viewer(said.substring(AUTHORIZATION.length() + 1))))
        : Uni.createFrom().nullItem();
  }

  private static SecurityIdentity identity(Viewer viewer) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(viewer.account()))
        .addPermissionChecker(permission -> Uni.createFrom().item(viewer.may(permission.getName())))
        .addAttribute(Viewer.class.getName(), viewer)
        .build();
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
    return 10_000;
  }
}
