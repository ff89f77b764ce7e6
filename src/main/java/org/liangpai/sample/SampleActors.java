package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Refusal;

/**
 * The people of the history: artificial ones, one for each role, whose names say so and under which
 * nobody can sign in.
 */
@ApplicationScoped
class SampleActors {

  private static final Logger LOG = Logger.getLogger(SampleActors.class);

  private final CurrentViewer viewer;

  SampleActors(CurrentViewer viewer) {
    this.viewer = viewer;
  }

  /** Does something as whoever has the role. */
  <T> T as(Role role, Supplier<T> act) {
    return viewer.as(actor(role, null), Scope.WHOLE, act);
  }

  /** The same without a result. */
  void as(Role role, Runnable act) {
    as(
        role,
        () -> {
          act.run();
          return null;
        });
  }

  /** Tries something as whoever has the role; what is refused is left. */
  void tries(Role role, Runnable act) {
    tries(role, null, act);
  }

  /** The same at a unit, for acts that a post at that unit alone may do. */
  void tries(Role role, String unit, Runnable act) {
    try {
      viewer.as(
          actor(role, unit),
          Scope.WHOLE,
          () -> {
            act.run();
            return null;
          });
    } catch (Refusal | Invalid refused) {
      LOG.debugf("Left out of the history: %s", refused.getMessage());
    }
  }

  static String name(Role role) {
    return "示例" + role.label();
  }

  private static Viewer actor(Role role, String unit) {
    return new Viewer(name(role), List.of(new HeldPost(role, unit, Scope.WHOLE)), null);
  }
}
