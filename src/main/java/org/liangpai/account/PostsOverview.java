package org.liangpai.account;

import java.util.List;
import org.liangpai.security.Role;

/**
 * The posts, and which of them nobody holds today.
 *
 * @param next what to pass as {@code after} for the next page of posts, or {@code null} at the end
 * @param branchesWithoutSecretary how many branches have no secretary who could sign in
 */
public record PostsOverview(
    List<PostView> items, String next, List<VacantPost> vacant, long branchesWithoutSecretary) {

  /** A post that should be held and is not. */
  public record VacantPost(Role role, String roleLabel, String unitCode, String unitName) {}
}
