package org.liangpai.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nobody decides on what is their own (回避): on a branch at which they hold a post, or on the duties
 * of a unit whose officer they are, whatever other posts they hold. This is the one place that
 * tells it; everything that decides asks here.
 */
@ApplicationScoped
public class Recusal {

  private final CurrentViewer current;

  Recusal(CurrentViewer current) {
    this.current = current;
  }

  /**
   * Refuses whoever may not decide on one of these branches or units.
   *
   * @param codes of branches and of base-level committees; {@code null} among them is none
   */
  public void require(Collection<String> codes) {
    of(codes)
        .ifPresent(
            code -> {
              throw new OwnPlace(code);
            });
  }

  /** The same of a single branch or unit, or of none. */
  public void require(String code) {
    require(Stream.ofNullable(code).toList());
  }

  /** The one of these branches and units on which the viewer decides nothing, if any. */
  public Optional<String> of(Collection<String> codes) {
    Set<String> own = own();
    return codes.stream().filter(code -> code != null && own.contains(code)).min(String::compareTo);
  }

  /** The codes of the branches and units on which the viewer decides nothing. */
  public Set<String> own() {
    return current.viewer().posts().stream()
        .flatMap(Recusal::own)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A post at a branch reaches the branches that it succeeds. */
  private static Stream<String> own(HeldPost post) {
    return post.role() == Role.COMMITTEE_OFFICER
        ? Stream.ofNullable(post.code())
        : post.scope().branches().stream();
  }
}
