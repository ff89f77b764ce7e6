package org.liangpai.overview.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.catalogue.Told;
import org.liangpai.catalogue.Wording;
import org.liangpai.dictionary.Choice;

/**
 * A branch with its place in the hierarchy.
 *
 * @param roster what its roster says, in brief
 */
record BranchLine(
    String code,
    String name,
    String path,
    String domain,
    String secretary,
    String effectiveOn,
    boolean dissolved,
    List<Told> roster) {

  private static final String LEADER = "联系领导";
  private static final List<String> BRIEF =
      List.of(
          "kind",
          "foundedOn",
          "dissolvedOn",
          "secretaryName",
          "secretaryVacantSince",
          "committeeSize",
          "postsFilled",
          "leadersAppointed",
          "electedOn",
          "termEndsOn",
          "postponedUntil",
          "liaisonLeader",
          "venue");

  static BranchLine of(Map<String, Object> row, List<Choice> domains, Wording wording) {
    Map<String, Object> brief = new LinkedHashMap<>();
    BRIEF.stream()
        .filter(name -> row.get(name) != null)
        .forEach(name -> brief.put(name, row.get(name)));
    String domain = (String) row.get("domain");
    return new BranchLine(
        (String) row.get("branchCode"),
        (String) row.get("branchName"),
        path(row.get("pathNames")),
        domains.stream()
            .filter(choice -> choice.code().equals(domain))
            .findFirst()
            .map(Choice::label)
            .orElse(domain),
        row.get("secretaryName") == null ? "" : row.get("secretaryName").toString(),
        String.valueOf(row.get("effectiveOn")),
        row.get("dissolvedOn") != null,
        wording.values(brief).stream().map(BranchLine::onRoster).toList());
  }

  /** The leader of the roster stands beside one that was assigned, who may be somebody else. */
  private static Told onRoster(Told told) {
    return told.label().equals(LEADER) ? new Told(LEADER + "（名册所填）", told.text()) : told;
  }

  private static String path(Object names) {
    return names instanceof List<?> list
        ? String.join(" / ", list.stream().map(Object::toString).toList())
        : "";
  }
}
