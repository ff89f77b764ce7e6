package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.shared.Invalid;

/** The password profile in use. */
@ApplicationScoped
class PasswordRules {

  private final PasswordProfile profile;

  PasswordRules(
      @ConfigProperty(name = "liangpai.password-profile", defaultValue = "dengbao") String name) {
    this.profile =
        Stream.of(PasswordProfile.values())
            .filter(one -> one.name().equals(name.strip().toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> StartRefused.passwordProfile(name));
  }

  PasswordProfile profile() {
    return profile;
  }

  /** Refuses a password that is not good enough. */
  void check(String field, String password, String account) {
    if (password == null || password.isEmpty()) {
      throw new Invalid(field, "请填写密码。" + profile.rule());
    }
    Optional<String> fault = profile.fault(password, account);
    if (fault.isPresent()) {
      throw new Invalid(field, fault.get());
    }
  }

  boolean isExpired(Account account, Instant now) {
    return !account.external() && profile.isExpired(account.password().changedAt(), now);
  }

  /** When the password of an account has to be changed, if ever. */
  Optional<Instant> expiresAt(Account account) {
    return profile.expiresAt(account.password().changedAt());
  }
}
