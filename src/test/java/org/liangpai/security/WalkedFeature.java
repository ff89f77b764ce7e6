package org.liangpai.security;

import java.util.Map;
import java.util.Set;

/**
 * What a feature brings to the walk over all routes: a bean of its tests tells the bodies of its
 * routes and makes its objects.
 */
public interface WalkedFeature {

  /**
   * An object of a kind.
   *
   * @param inScope the key of one in the scope of every post of the walk, that is of branch B1
   * @param outOfScope the key of one of branch B9, or {@code null} if there is no such thing
   */
  record Walked(Object inScope, Object outOfScope) {}

  /**
   * The bodies by route, such as {@code POST /api/visits}: JSON below {@code /api}, else a form.
   */
  Map<String, String> bodies();

  /** The routes that take a file. */
  default Set<String> files() {
    return Set.of();
  }

  /**
   * Makes objects in the city of the walk, which has just been set up, by the segment of the path
   * before their key.
   */
  Map<String, Walked> objects();
}
