package org.liangpai.help;

import java.util.Collection;
import java.util.List;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Permissions;
import org.liangpai.security.Role;
import org.liangpai.security.Viewer;

/** Tells on which side of a request somebody stands, by the posts that they hold today. */
final class HelpSides {

  private HelpSides() {}

  /**
   * Whether they answer for the asking branch or committee.
   *
   * @param branch the code of the asking branch, or {@code null} if a committee asks
   * @param path the codes from the root to its unit
   */
  static boolean asks(Viewer viewer, String branch, List<String> path) {
    Role role = branch == null ? Role.COMMITTEE_OFFICER : Role.BRANCH_SECRETARY;
    return viewer.posts().stream()
        .filter(post -> post.role() == role)
        .anyMatch(post -> post.scope().covers(path, branch));
  }

  /**
   * Whether they sit at the asked unit, or at one to which the request has climbed.
   *
   * @param units the codes of all of these
   */
  static boolean answers(Viewer viewer, Collection<String> units) {
    return viewer.posts().stream()
        .filter(post -> post.role().has(Permissions.ANSWER_HELP_REQUESTS))
        .map(HeldPost::code)
        .anyMatch(code -> code == null || units.contains(code));
  }
}
