package org.liangpai.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/**
 * Who looks at a page, so that it offers what they may do and nothing else. That is a courtesy: the
 * routes check for themselves.
 */
@RequestScoped
@Named("viewer")
public class PageViewer {

  private final Viewer viewer;

  /** Nobody where it is not known yet, as on the page that says that an address does not exist. */
  PageViewer(CurrentIdentityAssociation identities) {
    this.viewer = KnownIdentity.of(identities).map(Viewer::of).orElse(Viewer.NOBODY);
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
    return offered(Destination.DAILY);
  }

  /** Where it leads below “more”. */
  public List<Destination> offeredFurther() {
    return offered(Destination.FURTHER);
  }

  private List<Destination> offered(List<Destination> all) {
    return all.stream().filter(one -> viewer.may(one.permission())).toList();
  }
}
