package org.liangpai.branchclass;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.liangpai.warninglist.ClassStandards;

/**
 * What is on file of a branch about a quarter.
 *
 * @param gravestLevels cards of the quarter of the level that an advanced branch may not have, or a
 *     graver one
 * @param oranges orange and red cards of the quarter
 * @param redsStanding red cards that stand on the day of judgement
 * @param findings the branch's own findings that were confirmed
 * @param overdueDays by how many days its latest item is overdue
 * @param filed months whose record is on file
 * @param onTime those of them that were filed in time
 * @param rating of the secretary's yearly review, or {@code null}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record QuarterFacts(
    int gravestLevels,
    int oranges,
    int redsStanding,
    int findings,
    int overdueDays,
    int filed,
    int onTime,
    String rating) {

  private static final int MONTHS = 3;

  private static final Map<String, String> RATINGS =
      Map.of("GOOD", "好", "FAIRLY_GOOD", "较好", "FAIR", "一般", "POOR", "差");

  /** A class and the reasons for it. */
  record Judged(BranchClass branchClass, List<String> reasons) {}

  Judged judge(ClassStandards standards, String levelWord) {
    List<String> backward = backward(standards.backward());
    if (!backward.isEmpty()) {
      return new Judged(BranchClass.C, backward);
    }
    List<String> missed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    advanced(standards.advanced(), levelWord, kept, missed);
    return missed.isEmpty()
        ? new Judged(BranchClass.A, List.copyOf(kept))
        : new Judged(BranchClass.B, List.copyOf(missed));
  }

  private List<String> backward(ClassStandards.Backward standards) {
    List<String> reasons = new ArrayList<>();
    if (redsStanding >= standards.leastRedsStanding()) {
      reasons.add("有" + redsStanding + "张红牌没有摘");
    }
    if (oranges >= standards.leastOranges()) {
      reasons.add("本季度橙牌、红牌" + oranges + "张");
    }
    if (overdueDays >= standards.leastOverdueDays()) {
      reasons.add("整改超期" + overdueDays + "天");
    }
    return reasons;
  }

  private void advanced(
      ClassStandards.Advanced standards, String levelWord, List<String> kept, List<String> missed) {
    tell(
        gravestLevels == 0,
        gravestLevels == 0 ? "没有" + levelWord + "或更重的牌" : levelWord + "或更重的牌" + gravestLevels + "张",
        kept,
        missed);
    tell(findings <= standards.mostFindings(), "属实的问题" + findings + "个", kept, missed);
    tell(
        overdueDays <= standards.mostOverdueDays(),
        overdueDays == 0 ? "没有超期的整改" : "整改超期" + overdueDays + "天",
        kept,
        missed);
    int enough = standards.filedOnTime() ? onTime : filed;
    tell(
        enough >= MONTHS,
        "3个月中有%d个月%s纪实".formatted(enough, standards.filedOnTime() ? "按期上报" : "上报"),
        kept,
        missed);
    if (!standards.secretaryRatings().isEmpty()) {
      tell(
          rating != null && standards.secretaryRatings().contains(rating),
          "上年度书记述职评议" + (rating == null ? "没有填" : "为" + ratingText()),
          kept,
          missed);
    }
  }

  private static void tell(boolean holds, String reason, List<String> kept, List<String> missed) {
    (holds ? kept : missed).add(reason);
  }

  private String ratingText() {
    return rating == null ? "没有填" : "“" + RATINGS.getOrDefault(rating, rating) + "”";
  }

  /** What differs from the quarter before, in Chinese; the standards if nothing does. */
  String difference(QuarterFacts before) {
    StringJoiner text = new StringJoiner("，");
    differ(text, "红牌没有摘的", before.redsStanding, redsStanding, "张");
    differ(text, "橙牌、红牌", before.oranges, oranges, "张");
    differ(text, "属实的问题", before.findings, findings, "个");
    differ(text, "整改超期", before.overdueDays, overdueDays, "天");
    differ(text, "按期上报纪实", before.onTime, onTime, "个月");
    if (!ratingText().equals(before.ratingText())) {
      text.add("书记述职评议由" + before.ratingText() + "变为" + ratingText());
    }
    return text.length() == 0 ? "标准有变化" : text.toString();
  }

  private static void differ(StringJoiner text, String what, int before, int now, String unit) {
    if (before != now) {
      text.add("%s由%d%s变为%d%s".formatted(what, before, unit, now, unit));
    }
  }
}
