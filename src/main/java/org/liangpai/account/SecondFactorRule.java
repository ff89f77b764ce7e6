package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.security.HeldPost;

/** Who has to have a second factor: administrators, and all others where the city wants it. */
@ApplicationScoped
class SecondFactorRule {

  private final boolean forEverybody;

  SecondFactorRule(
      @ConfigProperty(name = "liangpai.second-factor-for-everybody", defaultValue = "false")
          boolean forEverybody) {
    this.forEverybody = forEverybody;
  }

  /** Whether somebody has to add one. */
  boolean isLacking(Account account, List<HeldPost> posts) {
    return isWanted(posts, account.external())
        && !account.secondFactor().confirmed()
        && !account.demonstration();
  }

  /** Whoever the identity provider signs in has theirs there, but for administrators. */
  boolean isWanted(List<HeldPost> posts, boolean external) {
    return posts.stream().anyMatch(post -> post.role().isAdministrator())
        || forEverybody && !external;
  }
}
