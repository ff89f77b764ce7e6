package org.liangpai.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Who looks at a page, so that it offers what they may do and nothing else. That is a courtesy: the
 * routes check for themselves.
 */
@RequestScoped
@Named("viewer")
public class PageViewer {

  private final Viewer viewer;

  PageViewer(CurrentIdentityAssociation identities) {
    this.viewer = known(identities);
  }

  public boolean isSignedIn() {
    return !viewer.isNobody();
  }

  /** Whether a post of the viewer has a permission. */
  public boolean may(String permission) {
    return viewer.may(permission);
  }

  /** The first page of the viewer's role. */
  public String home() {
    if (viewer.isNobody()) {
      return "/";
    }
    return offered().stream().findFirst().map(Destination::path).orElse("/account");
  }

  /** Where the navigation leads. */
  public List<Destination> offered() {
    return Destination.ALL.stream().filter(one -> viewer.may(one.permission())).toList();
  }

  /**
   * Nobody where it is not known yet, as on the page that says that an address does not exist: no
   * thread may wait for it there.
   */
  private static Viewer known(CurrentIdentityAssociation identities) {
    AtomicReference<Viewer> found = new AtomicReference<>(Viewer.NOBODY);
    identities
        .getDeferredIdentity()
        .subscribe()
        .with(identity -> found.set(viewer(identity)), failed -> found.set(Viewer.NOBODY));
    return found.get();
  }

  private static Viewer viewer(SecurityIdentity identity) {
    Viewer viewer = identity.getAttribute(Viewer.class.getName());
    return viewer == null ? Viewer.NOBODY : viewer;
  }
}
