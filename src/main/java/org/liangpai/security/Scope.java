package org.liangpai.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String UNITS = "scopeUnits";
  private static final String BRANCHES = "scopeBranches";

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
    if (whole) {
      return "";
    }
    // Only what there is to ask for: an index answers either, but not one or the other.
    String byUnit = path + " && CAST(:scopeUnits AS text[])";
    String byBranch = branch + " = ANY (CAST(:scopeBranches AS text[]))";
    if (branches.isEmpty()) {
      return " AND " + byUnit;
    }
    return units.isEmpty() ? " AND " + byBranch : " AND (" + byUnit + " OR " + byBranch + ")";
  }

  /** The same for a statement about units alone: those above are not among them. */
  public String condition(String path) {
    return whole ? "" : " AND %s && CAST(:scopeUnits AS text[])".formatted(path);
  }

  /**
   * The same for a statement about what belongs to a branch and says no more of where it is than
   * the branch's code.
   *
   * @param branch the column with the code
   */
  public String ofBranch(String branch) {
    return whole
        ? ""
        : """
           AND EXISTS (SELECT FROM branch seen JOIN unit at ON at.unit_code = seen.unit_code
               WHERE seen.branch_code = %s%s)
          """
            .formatted(branch, condition("at.path", "seen.branch_code"));
  }

  /**
   * Whether something lies in it.
   *
   * @param path the codes from the root to its unit
   * @param branch the code of its branch, or {@code null} if it belongs to the unit
   */
  public boolean covers(List<String> path, String branch) {
    return whole
        || path.stream().anyMatch(units::contains)
        || branch != null && branches.contains(branch);
  }

  /** Gives the parameters of the conditions. */
  public NamedStatement bind(NamedStatement statement) {
    return statement
        .with(UNITS, units.toArray(String[]::new))
        .with(BRANCHES, branches.toArray(String[]::new));
  }

  /** The parameters that a statement with conditions names, for what refuses any others. */
  public Map<String, Object> parametersOf(String statement) {
    Map<String, Object> all =
        Map.of(UNITS, units.toArray(String[]::new), BRANCHES, branches.toArray(String[]::new));
    Map<String, Object> named = new HashMap<>(all);
    named.keySet().removeIf(name -> !statement.contains(":" + name));
    return named;
  }
}
