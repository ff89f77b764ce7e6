package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether and how the city's own identity provider (统一身份认证) signs people in. */
@ApplicationScoped
public class OidcSettings {

  /** Where people begin to sign in. */
  public static final String SIGN_IN = "/sign-in/oidc";

  private final boolean isEnabled;
  private final String accountClaim;
  private final String postsClaim;

  OidcSettings(
      @ConfigProperty(name = "liangpai.oidc", defaultValue = "false") boolean isEnabled,
      @ConfigProperty(name = "liangpai.oidc.account-claim", defaultValue = "preferred_username")
          String accountClaim,
      @ConfigProperty(name = "liangpai.oidc.posts-claim", defaultValue = "liangpai_posts")
          String postsClaim) {
    this.isEnabled = isEnabled;
    this.accountClaim = accountClaim;
    this.postsClaim = postsClaim;
  }

  public boolean isEnabled() {
    return isEnabled;
  }

  /** The claim with the name of the account. */
  public String accountClaim() {
    return accountClaim;
  }

  /** The claim with the posts. */
  public String postsClaim() {
    return postsClaim;
  }
}
