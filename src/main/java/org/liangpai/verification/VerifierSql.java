package org.liangpai.verification;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;

/**
 * Which findings are a viewer's to verify: those of the branch's own duty the officer of its
 * committee's, those of the committee's duty the officer's of the unit above; nobody's own.
 */
final class VerifierSql {

  /** The units of a finding {@code f} whose branch is at the unit {@code u}. */
  static final String UNITS =
      """
      LEFT JOIN unit committee ON committee.unit_code = u.committee_code
      LEFT JOIN unit verifier ON verifier.unit_code =
          verifying_unit(f.duty, committee.unit_code, committee.parent_code)
      """;

  /** Whether it is the viewer's. */
  static final String MINE =
      """
      coalesce(CASE WHEN f.duty <> 'UNIT' THEN %1$s
          WHEN committee.parent_code IS NULL OR verifier.level = 'CITY' THEN %2$s
          WHEN verifier.level = 'COUNTY' THEN %3$s
          ELSE %4$s END
        AND NOT ARRAY[f.branch_code, CASE f.duty WHEN 'UNIT' THEN committee.unit_code END]
            && CAST(:ownPlaces AS text[]), false)
      """
          .formatted(
              covers(Role.COMMITTEE_OFFICER, "u.path"),
              covers(Role.CITY_OFFICER, "verifier.path"),
              covers(Role.COUNTY_OFFICER, "verifier.path"),
              covers(Role.COMMITTEE_OFFICER, "verifier.path"));

  private static final Set<Role> VERIFIERS =
      Set.of(Role.COMMITTEE_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER);

  private VerifierSql() {}

  /**
   * The parameters of {@link #MINE}.
   *
   * @param own where the viewer decides nothing
   */
  static Map<String, Object> parameters(Viewer viewer, Set<String> own) {
    Map<String, Object> all = new HashMap<>();
    all.put("ownPlaces", own.toArray(String[]::new));
    for (Role role : VERIFIERS) {
      Scope scope =
          Scope.union(
              viewer.posts().stream()
                  .filter(post -> post.role() == role)
                  .map(HeldPost::scope)
                  .toList());
      all.put("whole" + role, scope.whole());
      all.put("units" + role, scope.units().toArray(String[]::new));
    }
    return all;
  }

  /** Gives them to a statement. */
  static NamedStatement bind(NamedStatement statement, Viewer viewer, Set<String> own) {
    parameters(viewer, own).forEach(statement::with);
    return statement;
  }

  private static String covers(Role role, String path) {
    return "(:whole%1$s OR %2$s && CAST(:units%1$s AS text[]))".formatted(role, path);
  }
}
