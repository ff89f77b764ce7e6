package org.liangpai.security;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.function.Supplier;

/**
 * Who looks or acts right now. Within a request it is whoever signed in, narrowed to the scope in
 * which they have the permission that the route asks for; elsewhere nobody, unless said.
 */
@ApplicationScoped
public class CurrentViewer {

  private record Looking(Viewer viewer, Scope scope) {}

  private static final Looking NOBODY = new Looking(Viewer.NOBODY, Scope.NONE);

  private final ThreadLocal<Looking> onThread = new ThreadLocal<>();
  private final Instance<RequestViewer> ofRequest;

  CurrentViewer(Instance<RequestViewer> ofRequest) {
    this.ofRequest = ofRequest;
  }

  /** The name that is recorded with an act. */
  public String account() {
    return viewer().account();
  }

  public Viewer viewer() {
    return looking().viewer();
  }

  /** The part of the hierarchy that may be read and changed right now. */
  public Scope scope() {
    return looking().scope();
  }

  /** Does work of the service itself, which sees the whole hierarchy. */
  public <T> T asService(Supplier<T> work) {
    return as(Viewer.SERVICE, Scope.WHOLE, work);
  }

  /** The same without a result. */
  public void asService(Runnable work) {
    asService(
        () -> {
          work.run();
          return null;
        });
  }

  /** Does work as somebody, on this thread. */
  public <T> T as(Viewer viewer, Scope scope, Supplier<T> work) {
    Looking before = onThread.get();
    onThread.set(new Looking(viewer, scope));
    try {
      return work.get();
    } finally {
      if (before == null) {
        onThread.remove();
      } else {
        onThread.set(before);
      }
    }
  }

  private Looking looking() {
    Looking said = onThread.get();
    if (said != null) {
      return said;
    }
    if (!Arc.container().requestContext().isActive()) {
      return NOBODY;
    }
    RequestViewer request = ofRequest.get();
    return new Looking(request.viewer(), request.scope());
  }
}
