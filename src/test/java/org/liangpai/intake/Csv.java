package org.liangpai.intake;

import java.util.List;

/** CSV files of the tests: a small city with one committee and as many branches as wanted. */
final class Csv {

  static final String UNITS =
      """
      unitCode,unitName,level,parentCode
      C1,样例市委,CITY,
      X1,样例县委,县级党委,C1
      W1,样例镇党委,COMMITTEE,X1
      Z1,样例党总支,党总支,W1
      """;

  static final String BRANCH_HEADING = "支部编码,支部名称,所属党组织编码,领域,设置形式,成立日期,支委会人数\n";
  static final String RECORD_HEADING = "branchCode,month,submittedOn,fullMembers,budgetAmount\n";
  static final String MEETING_HEADING =
      "branchCode,month,type,heldOn,groupName,topic,expected,exempt,actual\n";

  private Csv() {}

  static String branches(String... codes) {
    return BRANCH_HEADING + lines(List.of(codes), "%s,样例支部%s,W1,农村,单独,2010-01-01,3\n");
  }

  static String records(String month, String... codes) {
    return RECORD_HEADING + lines(List.of(codes), "%s," + month + "," + month + "-28,12,1000\n");
  }

  static String meetings(String month, String... codes) {
    return MEETING_HEADING
        + lines(List.of(codes), "%s," + month + ",支委会," + month + "-10,,例会,3,0,3\n")
        + lines(List.of(codes), "%s," + month + ",主题党日," + month + "-15,,学习,12,1,11\n");
  }

  private static String lines(List<String> codes, String form) {
    StringBuilder lines = new StringBuilder();
    codes.forEach(code -> lines.append(form.replace("%s", code)));
    return lines.toString();
  }
}
