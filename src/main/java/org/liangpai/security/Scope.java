package org.liangpai.security;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.liangpai.shared.NamedStatement;

/**
 * A part of the hierarchy: some units with all below them, and some single branches.
 *
 * @param whole the whole of it; then the lists say nothing
 * @param units the codes of the units at its tops
 * @param branches the codes of single branches
 * @param above the codes of the units above: their names may be shown, nothing else of them
 */
public record Scope(boolean whole, List<String> units, List<String> branches, List<String> above) {

  /** Nothing at all. */
  public static final Scope NONE = new Scope(false, List.of(), List.of(), List.of());

  /** The whole hierarchy. */
  public static final Scope WHOLE = new Scope(true, List.of(), List.of(), List.of());

  /** What any of several covers. */
  public static Scope union(Collection<Scope> scopes) {
    TreeSet<String> units = new TreeSet<>();
    TreeSet<String> branches = new TreeSet<>();
    TreeSet<String> above = new TreeSet<>();
    boolean whole = false;
    for (Scope one : scopes) {
      whole |= one.whole();
      units.addAll(one.units());
      branches.addAll(one.branches());
      above.addAll(one.above());
    }
    return whole
        ? WHOLE
        : new Scope(false, List.copyOf(units), List.copyOf(branches), List.copyOf(above));
  }

  /**
   * A condition, with {@code AND} before it, that narrows a statement to this scope; nothing if it
   * is the whole. Its parameters are given by {@link #bind}.
   *
   * @param path the column with the path of the unit
   * @param branch the column with the code of the branch, which may be {@code null}
   */
  public String condition(String path, String branch) {
    return whole
        ? ""
        : " AND (%s && CAST(:scopeUnits AS text[]) OR %s = ANY (CAST(:scopeBranches AS text[])))"
            .formatted(path, branch);
  }

  /** The same for a statement about units alone: those above are not among them. */
  public String condition(String path) {
    return whole ? "" : " AND %s && CAST(:scopeUnits AS text[])".formatted(path);
  }

  /** Gives the parameters of {@link #condition}. */
  public NamedStatement bind(NamedStatement statement) {
    return statement
        .with("scopeUnits", units.toArray(String[]::new))
        .with("scopeBranches", branches.toArray(String[]::new));
  }
}
