package org.liangpai.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The identity of a request as far as it is known already, for where no thread may wait for it. */
public final class KnownIdentity {

  private KnownIdentity() {}

  /** The identity; none where it has not been asked for yet, or was refused. */
  public static Optional<SecurityIdentity> of(CurrentIdentityAssociation identities) {
    AtomicReference<SecurityIdentity> found = new AtomicReference<>();
    identities.getDeferredIdentity().subscribe().with(found::set, failed -> found.set(null));
    return Optional.ofNullable(found.get());
  }
}
