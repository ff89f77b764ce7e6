package org.liangpai.sample;

import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** The hierarchy of the city: six counties of fifteen committees, a few with a general branch. */
final class SampleUnits {

  /** The code of the root. */
  static final String CITY = "SLS";

  /** The code of the first county. */
  static final String COUNTY = countyCode(1);

  /** The code of its first committee. */
  static final String COMMITTEE = committeeCode(1, 1);

  private static final String COUNTIES = "一二三四五六";

  /** What a county has: the kind of committee and the domains of its branches. */
  private enum Committee {
    TOWNSHIP("镇党委", 7, Domain.RURAL),
    STREET("街道党工委", 3, Domain.COMMUNITY),
    ORGANS("机关工委", 2, Domain.ORGAN, Domain.INSTITUTION, Domain.RETIRED),
    SCHOOL("学院党委", 1, Domain.UNIVERSITY),
    ENTERPRISE("集团党委", 1, Domain.SOE),
    NEW("两新工委", 1, Domain.NONPUBLIC, Domain.FLOATING);

    private final String word;
    private final int number;
    private final List<Domain> domains;

    Committee(String word, int number, Domain... domains) {
      this.word = word;
      this.number = number;
      this.domains = List.of(domains);
    }
  }

  private SampleUnits() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(unit(CITY, "示例市委", "CITY", null));
    for (int county = 1; county <= COUNTIES.length(); county++) {
      String name = "示例" + COUNTIES.charAt(county - 1) + "县";
      rows.add(unit(countyCode(county), name + "县委", "COUNTY", CITY));
      int ordinal = 0;
      for (Committee committee : Committee.values()) {
        for (int i = 1; i <= committee.number; i++) {
          String code = committeeCode(county, ++ordinal);
          String title = "%s示例第%02d%s".formatted(name, ordinal, committee.word);
          rows.add(unit(code, title, "COMMITTEE", countyCode(county)));
          if (i == 1) {
            rows.add(unit(code + "Z", title + "示例党总支", "GENERAL_BRANCH", code));
          }
        }
      }
    }
    return rows;
  }

  /** The code of a unit that branches of this domain belong to. */
  static String unitFor(Domain domain, Draw draw) {
    int county = draw.between(1, COUNTIES.length());
    int before = 0;
    for (Committee committee : Committee.values()) {
      if (committee.domains.contains(domain)) {
        int chosen = draw.between(1, committee.number);
        boolean inGeneralBranch = chosen == 1 && draw.chance(0.3);
        return committeeCode(county, before + chosen) + (inGeneralBranch ? "Z" : "");
      }
      before += committee.number;
    }
    throw new IllegalStateException("No committee for " + domain);
  }

  private static String countyCode(int county) {
    return "%s%02d".formatted(CITY, county);
  }

  private static String committeeCode(int county, int ordinal) {
    return "%s%02d".formatted(countyCode(county), ordinal);
  }

  private static Row unit(String code, String name, String level, String parent) {
    return new Row(Table.UNITS)
        .with("unitCode", code)
        .with("unitName", name)
        .with("level", level)
        .with("parentCode", parent);
  }
}
