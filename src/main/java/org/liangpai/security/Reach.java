package org.liangpai.security;

import java.util.Optional;
import java.util.Set;

/**
 * How far a request may go of what the posts of its viewer allow. Whoever signed in goes all the
 * way; an access token goes as far as was said when it was made.
 *
 * @param readsOnly whether nothing may be changed
 * @param named the only permissions that may be used; empty for all that the posts have
 */
public record Reach(boolean readsOnly, Optional<Set<String>> named) {

  /** As far as the posts allow. */
  public static final Reach WHOLE = new Reach(false, Optional.empty());

  /** Everything that the posts show, and no change. */
  public static final Reach READING = new Reach(true, Optional.empty());

  /** Some permissions alone. */
  public static Reach of(Set<String> permissions) {
    return new Reach(false, Optional.of(Set.copyOf(permissions)));
  }

  /** Whether a permission may be used, if a post has it. */
  public boolean includes(String permission) {
    return named.map(some -> some.contains(permission)).orElse(true);
  }
}
