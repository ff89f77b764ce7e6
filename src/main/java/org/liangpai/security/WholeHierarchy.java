package org.liangpai.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Lets what follows from an act by itself reach beyond the scope of whoever acts, within the
 * transaction of the act: a finding may belong on a card of a unit at which its branch was before.
 */
@ApplicationScoped
public class WholeHierarchy {

  private final EntityManager entities;
  private final CurrentViewer current;

  WholeHierarchy(EntityManager entities, CurrentViewer current) {
    this.entities = entities;
    this.current = current;
  }

  /** Does the work on the whole hierarchy; it is still done by the viewer. */
  public void reach(Runnable work) {
    if (current.scope().whole()) {
      work.run();
      return;
    }
    tell("on");
    current.as(
        current.viewer(),
        Scope.WHOLE,
        () -> {
          work.run();
          entities.flush();
          return null;
        });
    tell("");
  }

  /** Until the end of the transaction, or until it is told otherwise. */
  private void tell(String whole) {
    entities
        .createNativeQuery("SELECT set_config('liangpai.whole', :whole, true)", String.class)
        .setParameter("whole", whole)
        .getSingleResult();
  }
}
