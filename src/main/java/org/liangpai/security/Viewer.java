package org.liangpai.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who looks or acts: a person with the posts that they hold today, nobody, or the service itself.
 *
 * @param account the name of the account, as it is written down with an act
 * @param address the network address of the request, or {@code null}
 * @param reach how far they may go of what the posts allow
 */
public record Viewer(String account, List<HeldPost> posts, String address, Reach reach) {

  /** Nobody has signed in. */
  public static final Viewer NOBODY = new Viewer("", List.of(), null);

  /** The service itself: the schedule, a sweep that goes on, the first start. */
  public static final Viewer SERVICE =
      new Viewer("系统", List.of(new HeldPost(Role.CITY_OFFICER, null, Scope.WHOLE)), null);

  /** Somebody who may go as far as the posts allow. */
  public Viewer(String account, List<HeldPost> posts, String address) {
    this(account, posts, address, Reach.WHOLE);
  }

  /** Who an identity stands for. */
  public static Viewer of(SecurityIdentity identity) {
    Viewer viewer = identity.getAttribute(Viewer.class.getName());
    return viewer == null ? NOBODY : viewer;
  }

  /** Whether any post has the permission, and it may be used. */
  public boolean may(String permission) {
    return reach.includes(permission)
        && posts.stream().anyMatch(post -> post.role().has(permission));
  }

  /** Whether any post is of the role. */
  public boolean is(Role role) {
    return posts.stream().anyMatch(post -> post.role() == role);
  }

  /** The part of the hierarchy in which the viewer has the permission. */
  public Scope scope(String permission) {
    return may(permission)
        ? Scope.union(
            posts.stream()
                .filter(post -> post.role().has(permission))
                .map(HeldPost::scope)
                .toList())
        : Scope.NONE;
  }

  /** The posts as they are written down with an act; the service holds none. */
  public String postText() {
    return this == SERVICE
        ? ""
        : posts.stream().map(HeldPost::text).sorted().collect(Collectors.joining("、"));
  }

  public boolean isNobody() {
    return account.isEmpty();
  }
}
