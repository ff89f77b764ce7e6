package org.liangpai.demonstration;

import java.util.List;
import org.liangpai.warninglist.DemonstrationCriteria;

/**
 * What is on file of a branch about the months that a candidate is judged by.
 *
 * @param confirmed the branch's own findings that were confirmed
 * @param pending findings that nobody has decided
 * @param openCards cards that stand now
 * @param clearedCards cards that came off since the first of the months
 * @param onTime months whose record was filed in time
 * @param onFile months with a record, up to the last of the months
 */
record BranchFacts(
    boolean standing,
    int confirmed,
    int pending,
    int openCards,
    int clearedCards,
    int onTime,
    int onFile) {

  List<Criterion> criteria(DemonstrationCriteria asked, AskedMonths months) {
    return List.of(
        new Criterion("支部存续", standing, standing ? "没有撤销" : "已经撤销"),
        new Criterion(
            "没有属实的问题", confirmed == 0, "%s责任在支部的属实问题%d个".formatted(months.text(), confirmed)),
        new Criterion("没有亮牌", openCards + clearedCards == 0, cards(months)),
        new Criterion("已排查并核实", !asked.verified() || isVerified(months), verification(months)),
        new Criterion(
            "按期上报",
            !asked.filedOnTime() || onTime == months.number(),
            "%d个月中有%d个月按期上报纪实".formatted(months.number(), onTime)),
        new Criterion(
            "纪实月数",
            onFile >= asked.leastMonthsOnFile(),
            "共有%d个月的纪实，要求至少%d个月".formatted(onFile, asked.leastMonthsOnFile())));
  }

  private boolean isVerified(AskedMonths months) {
    return months.notSwept().isEmpty() && pending == 0;
  }

  private String cards(AskedMonths months) {
    if (openCards > 0) {
      return "现在亮着%d张牌".formatted(openCards);
    }
    return clearedCards > 0
        ? "%d个月内摘过%d张牌".formatted(months.number(), clearedCards)
        : "没有亮着的牌，%d个月内也没有摘过牌".formatted(months.number());
  }

  private String verification(AskedMonths months) {
    if (!months.notSwept().isEmpty()) {
      return months.notSweptText() + "没有排查";
    }
    return pending > 0
        ? "有%d个疑似问题待核实".formatted(pending)
        : "%d个月都已排查，没有待核实的问题".formatted(months.number());
  }
}
