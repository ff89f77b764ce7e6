package org.liangpai.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/** The viewer of one request. On a route that asks for no permission the scope is empty. */
@RequestScoped
public class RequestViewer {

  private Viewer viewer = Viewer.NOBODY;
  private Scope scope = Scope.NONE;

  /** Lets the request see where the viewer has any of the permissions; nothing without one. */
  public void enter(Viewer signedIn, List<String> permissions) {
    viewer = signedIn;
    scope = Scope.union(permissions.stream().map(signedIn::scope).toList());
  }

  Viewer viewer() {
    return viewer;
  }

  Scope scope() {
    return scope;
  }
}
